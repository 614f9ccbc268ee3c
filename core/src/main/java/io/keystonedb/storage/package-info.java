/** What the engine needs of a store, and what a new store implements. */
package io.keystonedb.storage;
