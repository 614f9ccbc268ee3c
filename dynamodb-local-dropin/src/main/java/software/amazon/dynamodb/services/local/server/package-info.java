/** The names of DynamoDB Local 3.x for the server, with KeystoneDB behind them. */
@NullMarked
package software.amazon.dynamodb.services.local.server;

import org.jspecify.annotations.NullMarked;
