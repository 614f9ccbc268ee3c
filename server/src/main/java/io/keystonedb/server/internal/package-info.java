/**
 * HTTP over sockets ({@code HttpServer} and what it is made of), and what stands between a request
 * and its database.
 */
@NullMarked
package io.keystonedb.server.internal;

import org.jspecify.annotations.NullMarked;
