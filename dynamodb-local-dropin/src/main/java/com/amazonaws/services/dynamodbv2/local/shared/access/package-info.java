/**
 * The names of DynamoDB Local 2.x for the clients of an embedded database, with KeystoneDB behind
 * them.
 */
@NullMarked
package com.amazonaws.services.dynamodbv2.local.shared.access;

import org.jspecify.annotations.NullMarked;
