package io.keystonedb.storage;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads of one ordered map from byte keys to values. Keys order as unsigned bytes, a key before its
 * extensions. Callers must not change the arrays they pass in or get out.
 */
public interface Reader {
  /** The value at a key, or null. */
  @Nullable Object get(byte[] key);

  /**
   * The values at several keys, in their order, null for a key that is not there. A store that is
   * far away reads them in one round trip.
   */
  default List<@Nullable Object> getAll(List<byte[]> keys) {
    List<@Nullable Object> values = new ArrayList<>(keys.size());
    for (byte[] key : keys) {
      values.add(get(key));
    }
    return values;
  }

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
