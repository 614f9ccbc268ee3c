/**
 * Rows as bytes. {@code RowCodec} is what stores are given; the form of each kind of row stands in
 * its {@code …Format}, that of attribute values in {@code ValueWriter}.
 */
package io.keystonedb.internal.codec;
