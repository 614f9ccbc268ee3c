/**
 * How clients of whatever SDK version is there are made: what the clients on a database and those
 * over two other clients share.
 */
@NullMarked
package io.keystonedb.sdk.internal;

import org.jspecify.annotations.NullMarked;
