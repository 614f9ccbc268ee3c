package io.keystonedb.storage;

import org.jspecify.annotations.Nullable;

/**
 * Reads of one ordered map from byte keys to values. Keys order as unsigned bytes, a key before its
 * extensions. Callers must not change the arrays they pass in or get out.
 */
public interface Reader {
  /** The value at a key, or null. */
  @Nullable Object get(byte[] key);

  /**
   * Walks the keys from {@code from} (inclusive) to {@code to} (exclusive).
   *
   * @param from the lower bound
   * @param to the upper bound, or null for the end of the map
   * @param descending whether to walk from the upper bound downwards
   */
  Cursor range(byte[] from, byte @Nullable [] to, boolean descending);

  /**
   * Counts and weighs what {@link #range} would walk, exactly and without walking it: what it costs
   * hardly depends on how much there is.
   *
   * @param from the lower bound, inclusive
   * @param to the upper bound, exclusive, or null for the end of the map
   */
  Measure measure(byte[] from, byte @Nullable [] to);
}
