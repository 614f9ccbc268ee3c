/** The names of DynamoDB Local 2.x for the server, with KeystoneDB behind them. */
@NullMarked
package com.amazonaws.services.dynamodbv2.local.server;

import org.jspecify.annotations.NullMarked;
