package io.keystonedb.internal.engine;

import io.keystonedb.Item;
import org.jspecify.annotations.Nullable;

/**
 * What a write of an item changes in one index.
 *
 * @param before the entry that was there; null for none
 * @param beforeKey its key in the store
 * @param after the entry that is there now; null for none
 * @param afterKey its key in the store
 */
record EntryChange(
    IndexDefinition index,
    @Nullable Item before,
    @Nullable RowKey<Item> beforeKey,
    @Nullable Item after,
    @Nullable RowKey<Item> afterKey) {

  /** The change, or null if the index has the same as before. */
  static @Nullable EntryChange of(
      RowKeys keys,
      TableDefinition table,
      IndexDefinition index,
      @Nullable Item before,
      @Nullable Item after) {
    Item old = index.entryOf(before);
    Item entry = index.entryOf(after);
    if (old == null ? entry == null : old.equals(entry)) {
      return null;
    }
    return new EntryChange(
        index,
        old,
        old == null ? null : keys.entry(table, index, old),
        entry,
        entry == null ? null : keys.entry(table, index, entry));
  }

  /** Whether the entry is at another place than before, or there no longer. */
  boolean leavesItsPlace() {
    return beforeKey != null && !beforeKey.equals(afterKey);
  }

  /** Write units on the index: an entry that moves is deleted and put. */
  double units() {
    double old = before == null ? 0 : CapacityUnits.write(before.sizeBytes());
    double entry = after == null ? 0 : CapacityUnits.write(after.sizeBytes());
    return before != null && after != null && leavesItsPlace() ? old + entry : Math.max(old, entry);
  }
}
