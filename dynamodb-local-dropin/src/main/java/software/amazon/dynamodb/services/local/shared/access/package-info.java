/**
 * The names of DynamoDB Local 3.x for the clients of an embedded database, with KeystoneDB behind
 * them.
 */
@NullMarked
package software.amazon.dynamodb.services.local.shared.access;

import org.jspecify.annotations.NullMarked;
