/** The service's operations, one file each; {@code Operations} is their only list. */
package io.keystonedb.internal.operation;
