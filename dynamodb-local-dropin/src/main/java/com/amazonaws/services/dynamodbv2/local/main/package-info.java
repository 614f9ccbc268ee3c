/** The names of DynamoDB Local 2.x for the server as a program, with KeystoneDB behind them. */
@NullMarked
package com.amazonaws.services.dynamodbv2.local.main;

import org.jspecify.annotations.NullMarked;
