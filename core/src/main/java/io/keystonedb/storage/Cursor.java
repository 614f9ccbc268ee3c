package io.keystonedb.storage;

/** A walk over a range of a store. It starts before the first entry. Not thread-safe. */
public interface Cursor {
  /** Moves to the next entry; false if there is none, now and on every further call. */
  boolean next();

  /** The key of the current entry; do not change it. Only after {@link #next} returned true. */
  byte[] key();

  /** The value of the current entry. Only after {@link #next} returned true. */
  Object value();
}
