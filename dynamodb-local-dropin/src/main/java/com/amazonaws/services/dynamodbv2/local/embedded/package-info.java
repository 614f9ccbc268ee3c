/** The names of DynamoDB Local 2.x for an embedded database, with KeystoneDB behind them. */
@NullMarked
package com.amazonaws.services.dynamodbv2.local.embedded;

import org.jspecify.annotations.NullMarked;
