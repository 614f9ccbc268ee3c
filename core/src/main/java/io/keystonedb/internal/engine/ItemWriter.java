package io.keystonedb.internal.engine;

import io.keystonedb.Item;
import io.keystonedb.storage.Cursor;
import io.keystonedb.storage.Txn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes an item with all that follows from it: entries of indexes and of the order by expiry, and
 * the record of a stream.
 */
public final class ItemWriter {
  private ItemWriter() {}

  /**
   * Replaces what is stored under a key.
   *
   * @param engine whose clock and settings the write follows
   * @param rowKey the key of the item
   * @param before what is stored; null if nothing is
   * @param after what is to be stored; null for nothing
   */
  public static void write(
      Engine engine,
      Txn txn,
      TableDefinition table,
      byte[] rowKey,
      @Nullable Item before,
      @Nullable Item after) {
    replace(txn, table, rowKey, before, after);
    record(engine, txn, table, rowKey, before, after, false);
  }

  /** Deletes an item because it expired, which is the service's own doing. */
  static void expire(
      Engine engine, Txn txn, TableDefinition table, byte[] rowKey, @Nullable Item before) {
    replace(txn, table, rowKey, before, null);
    record(engine, txn, table, rowKey, before, null, true);
  }

  private static void record(
      Engine engine,
      Txn txn,
      TableDefinition table,
      byte[] rowKey,
      @Nullable Item before,
      @Nullable Item after,
      boolean byService) {
    TableStream stream = table.settings().stream();
    if (stream != null && stream.enabled()) {
      StreamWriter.append(engine, txn, table, stream, rowKey, before, after, byService);
    }
  }

  private static void replace(
      Txn txn, TableDefinition table, byte[] rowKey, @Nullable Item before, @Nullable Item after) {
    if (after != null) {
      txn.put(rowKey, after);
    } else if (before != null) {
      txn.remove(rowKey);
    }
    for (IndexDefinition index : table.indexes()) {
      writeEntry(txn, table, index, before, after);
    }
    if (table.timeToLive() != null) {
      Expiry.move(txn, table, table.timeToLive(), rowKey, before, after);
    }
  }

  /** Writes the entries of a new index for the items that are there already. */
  public static void fill(Txn txn, TableDefinition table, IndexDefinition index) {
    byte[] rows = RowKeys.allOf(table, 0);
    Cursor cursor = txn.range(rows, RowKeys.after(rows), false);
    List<Item> entries = new ArrayList<>();
    while (cursor.next()) {
      Item entry = index.entryOf((Item) cursor.value());
      if (entry != null) {
        entries.add(entry);
      }
    }
    entries.forEach(entry -> txn.put(RowKeys.entry(table, index, entry), entry));
  }

  private static void writeEntry(
      Txn txn,
      TableDefinition table,
      IndexDefinition index,
      @Nullable Item before,
      @Nullable Item after) {
    Item oldEntry = index.entryOf(before);
    Item newEntry = index.entryOf(after);
    byte[] newKey = newEntry == null ? null : RowKeys.entry(table, index, newEntry);
    if (oldEntry != null) {
      byte[] oldKey = RowKeys.entry(table, index, oldEntry);
      if (newKey == null || !Arrays.equals(oldKey, newKey)) {
        txn.remove(oldKey);
      }
    }
    if (newEntry != null && newKey != null) {
      txn.put(newKey, newEntry);
    }
  }
}
