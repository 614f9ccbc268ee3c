package io.keystonedb.internal.engine;

import io.keystonedb.Item;
import io.keystonedb.internal.value.Sizes;

/**
 * The limit of 400 KB: an item and its entries in all local indexes together.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html#limits-items">Quotas:
 *     items</a>
 */
public final class ItemSizes {
  private ItemSizes() {}

  /** Whether a table takes an item of that size. */
  public static boolean fits(TableDefinition table, Item item) {
    int size = item.sizeBytes();
    int locals = 0;
    for (IndexDefinition index : table.indexes()) {
      locals += index.global() ? 0 : 1;
    }
    // No entry is larger than its item, and most items are small.
    if ((long) size * (1 + locals) <= Sizes.MAX_ITEM_BYTES) {
      return true;
    }
    for (IndexDefinition index : table.indexes()) {
      Item entry = index.global() ? null : index.entryOf(item);
      size += entry == null ? 0 : entry.sizeBytes();
    }
    return size <= Sizes.MAX_ITEM_BYTES;
  }
}
