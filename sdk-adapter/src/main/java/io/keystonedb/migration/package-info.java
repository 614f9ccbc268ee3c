/**
 * Moving tables between databases that speak the AWS SDK for Java v2: from DynamoDB, DynamoDB Local
 * or KeystoneDB to any of them.
 */
@NullMarked
package io.keystonedb.migration;

import org.jspecify.annotations.NullMarked;
