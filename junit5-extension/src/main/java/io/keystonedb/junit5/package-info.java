/**
 * A DynamoDB of its own for every JUnit test: {@link io.keystonedb.junit5.KeystoneDb} and {@link
 * io.keystonedb.junit5.KeystoneDbExtension}.
 */
@NullMarked
package io.keystonedb.junit5;

import org.jspecify.annotations.NullMarked;
