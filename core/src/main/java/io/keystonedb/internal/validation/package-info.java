/** Checks that several operations share, and the words in which the service reports them. */
package io.keystonedb.internal.validation;
