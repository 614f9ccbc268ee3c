/**
 * The HTTP endpoint: any client in any language reaches a database through it. {@link
 * io.keystonedb.server.KeystoneServer} is the way in.
 */
@NullMarked
package io.keystonedb.server;

import org.jspecify.annotations.NullMarked;
