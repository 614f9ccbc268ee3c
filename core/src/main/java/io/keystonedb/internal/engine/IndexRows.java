package io.keystonedb.internal.engine;

import io.keystonedb.Item;
import io.keystonedb.storage.Cursor;
import io.keystonedb.storage.Txn;
import java.util.ArrayList;
import java.util.List;

/** Keeps the entries of indexes in step with the items. */
public final class IndexRows implements ChangeConsumer {
  @Override
  public void accept(Txn txn, ItemChange change) {
    for (EntryChange entry : change.entries()) {
      if (entry.beforeKey() != null && entry.leavesItsPlace()) {
        txn.remove(entry.beforeKey().bytes());
      }
      if (entry.afterKey() != null && entry.after() != null) {
        txn.put(entry.afterKey().bytes(), entry.after());
      }
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
}
