/**
 * JSON: bodies of requests and answers by the description of their shapes, and the items in files
 * that users seed databases from. The one package that uses Jackson.
 */
package io.keystonedb.internal.json;
