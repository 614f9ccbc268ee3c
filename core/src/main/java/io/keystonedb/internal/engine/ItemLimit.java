package io.keystonedb.internal.engine;

import io.keystonedb.Item;
import io.keystonedb.KeystoneException;
import io.keystonedb.internal.value.Sizes;

/**
 * The limit of 400 KB, which an item shares with its entries in all local secondary indexes.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html#limits-items">Quotas:
 *     items</a>
 */
public final class ItemLimit {
  private static final int MAX_COPIES = 6;

  private ItemLimit() {}

  /**
   * Checks an item to be put.
   *
   * @throws KeystoneException if it is too large
   */
  public static void checkPut(TableDefinition table, Item item) {
    if (isExceeded(table, item)) {
      throw KeystoneException.validation("Item size has exceeded the maximum allowed size");
    }
  }

  /** Whether an item is too large for its table. */
  public static boolean isExceeded(TableDefinition table, Item item) {
    long bytes = item.sizeBytes();
    if (table.hasLocalIndexes() && bytes * MAX_COPIES > Sizes.MAX_ITEM_BYTES) {
      bytes += entryBytes(table, item);
    }
    return bytes > Sizes.MAX_ITEM_BYTES;
  }

  private static long entryBytes(TableDefinition table, Item item) {
    long bytes = 0;
    for (IndexDefinition index : table.indexes()) {
      Item entry = index.global() ? null : index.entryOf(item);
      bytes += entry == null ? 0 : entry.sizeBytes();
    }
    return bytes;
  }
}
