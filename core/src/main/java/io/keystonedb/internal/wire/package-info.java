/**
 * The service's protocol over HTTP, independent of sockets: what comes in as method, path, headers
 * and body goes out as status, headers and body. The HTTP endpoint and the in-process HTTP clients
 * for the AWS SDK share it.
 */
package io.keystonedb.internal.wire;
