/**
 * Tables on a store: definitions, rows and index rows, reading pages, capacity, expiry. The layout
 * of keys is in {@code RowKeys}.
 */
package io.keystonedb.internal.engine;
