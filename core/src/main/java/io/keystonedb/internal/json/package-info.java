/**
 * Items in JSON: plain values and DynamoDB JSON, in the files that users seed databases from. The
 * one package that uses Jackson.
 */
package io.keystonedb.internal.json;
