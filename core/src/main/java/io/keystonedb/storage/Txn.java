package io.keystonedb.storage;

import org.jspecify.annotations.Nullable;

/**
 * Reads and writes inside one atomic, isolated step; reads see the writes before them. It ends with
 * the body it was given to; calls after that throw {@link IllegalStateException}. Not thread-safe.
 *
 * <p>A store may keep writes back until the commit, or until a read needs them, and then send them
 * together. So what writes says nothing about what was there before, and a write that a store
 * cannot make may fail as late as at the commit.
 *
 * <p>A cursor sees the writes made before it was opened. It does not survive a later one: {@link
 * Cursor#next} then throws {@link IllegalStateException}.
 */
public interface Txn extends Reader {
  /** Sets the value at a key; null is not a value. */
  void put(byte[] key, Object value);

  /** Removes a key, whether or not it is there. */
  void remove(byte[] key);

  /**
   * Removes the keys from {@code from} (inclusive) to {@code to} (exclusive); those that {@link
   * #range} would walk.
   *
   * @param from the lower bound
   * @param to the upper bound, or null for the end of the map
   */
  void removeRange(byte[] from, byte @Nullable [] to);
}
