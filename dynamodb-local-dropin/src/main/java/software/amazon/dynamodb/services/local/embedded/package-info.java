/** The names of DynamoDB Local 3.x for an embedded database, with KeystoneDB behind them. */
@NullMarked
package software.amazon.dynamodb.services.local.embedded;

import org.jspecify.annotations.NullMarked;
