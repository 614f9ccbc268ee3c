/**
 * What the engine needs of a store, and what a new store implements: {@link
 * io.keystonedb.storage.Store}, and {@link io.keystonedb.storage.ForkableStore} if it can. A
 * database is opened on it with {@link io.keystonedb.Database#on(Store)}.
 */
package io.keystonedb.storage;
