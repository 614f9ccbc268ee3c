/** The names of DynamoDB Local 3.x for the server as a program, with KeystoneDB behind them. */
@NullMarked
package software.amazon.dynamodb.services.local.main;

import org.jspecify.annotations.NullMarked;
