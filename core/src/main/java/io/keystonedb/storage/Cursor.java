package io.keystonedb.storage;

/** A walk over a range of a store. It starts before the first entry. Not thread-safe. */
public interface Cursor {
  /** Moves to the next entry; false if there is none. */
  boolean next();

  /** The key of the current entry; do not change it. */
  byte[] key();

  /** The value of the current entry. */
  Object value();
}
