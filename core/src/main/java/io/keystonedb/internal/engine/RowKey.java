package io.keystonedb.internal.engine;

import io.keystonedb.Item;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The key of a row of the store, as a value. Immutable. */
public final class RowKey {
  private final byte[] bytes;

  /** The key of an item, from the item or from its key attributes alone. */
  public static RowKey of(TableDefinition table, Item item) {
    return new RowKey(RowKeys.row(table, item));
  }

  RowKey(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The key; not to be changed. */
  public byte[] bytes() {
    return bytes;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RowKey that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
