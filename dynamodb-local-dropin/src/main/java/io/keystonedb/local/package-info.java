/**
 * What stands behind the entry points of DynamoDB Local, which are in their own packages: those of
 * its second generation under {@code com.amazonaws.services.dynamodbv2.local}, those of its third
 * under {@code software.amazon.dynamodb.services.local}. Projects call those, not this package.
 */
@NullMarked
package io.keystonedb.local;

import org.jspecify.annotations.NullMarked;
