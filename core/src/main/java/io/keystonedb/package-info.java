/**
 * The native API of KeystoneDB: {@link io.keystonedb.Database} and the values it speaks in.
 *
 * <p>Everything public here is a promise to users; what lies under {@code io.keystonedb.internal}
 * is not.
 */
package io.keystonedb;
