package io.keystonedb.internal.engine;

import io.keystonedb.Item;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The key of a row, as a value. Immutable.
 *
 * @param <V> the type of what is stored there
 */
public final class RowKey<V> {
  private final RowKind<V> kind;
  private final byte[] bytes;

  RowKey(RowKind<V> kind, byte[] bytes) {
    this.kind = kind;
    this.bytes = bytes;
  }

  /** The key of an item or an index entry, from its {@link #bytes}. */
  public static RowKey<Item> ofItem(byte[] bytes) {
    return new RowKey<>(RowKind.ITEM, bytes);
  }

  /** The kind of the row. */
  RowKind<V> kind() {
    return kind;
  }

  /** The key in the store; not to be changed. */
  public byte[] bytes() {
    return bytes;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RowKey<?> that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
