/** The store in memory: a persistent B+tree whose root is the database. */
package io.keystonedb.internal.storage.memory;
