package io.keystonedb.internal.engine;

import io.keystonedb.Item;
import io.keystonedb.storage.Txn;
import org.jspecify.annotations.Nullable;

/**
 * Work on more rows than one commit may touch. What is left of it is stored, so that it goes on
 * whatever happens between two commits. Immutable.
 */
sealed interface Job {
  /**
   * Works on some rows.
   *
   * @param rows how many at most
   * @return what is left to do; null for nothing
   */
  @Nullable Job work(Txn txn, int rows);

  /** Removes rows that nothing refers to any more. */
  record Removal(KeyRange range) implements Job {
    @Override
    public @Nullable Job work(Txn txn, int rows) {
      KeyRange rest = RowBatch.read(txn, range, rows).rest();
      txn.removeRange(range.from(), rest == null ? range.to() : rest.from());
      return rest == null ? null : new Removal(rest);
    }
  }

  /**
   * Writes the entries of a new index for the items that were there before it. Writes of items keep
   * the index in step from the beginning, so it does not matter which of them have been passed.
   *
   * @param items those that are left
   */
  record IndexFill(String tableName, int table, int index, KeyRange items) implements Job {
    /** For all items of a table. */
    static IndexFill of(TableDefinition table, IndexDefinition index) {
      return new IndexFill(
          table.name(), table.number(), index.number(), KeyRange.of(RowKeys.allOf(table, 0)));
    }

    @Override
    public @Nullable Job work(Txn txn, int rows) {
      TableDefinition definition = Tables.find(txn, tableName, table);
      IndexDefinition filled = definition == null ? null : definition.index(index);
      if (definition == null || filled == null) {
        return null;
      }
      RowBatch batch = RowBatch.read(txn, items, rows);
      for (RowBatch.Row row : batch.rows()) {
        Item entry = filled.entryOf((Item) row.value());
        if (entry != null) {
          txn.put(RowKeys.entry(definition, filled, entry), entry);
        }
      }
      return batch.rest() == null ? null : new IndexFill(tableName, table, index, batch.rest());
    }
  }

  /**
   * Writes the order of expiry for the items that were there before the time to live, as {@link
   * IndexFill} writes an index.
   *
   * @param order the number of the order
   * @param items those that are left
   */
  record ExpiryFill(String tableName, int table, int order, KeyRange items) implements Job {
    /** For all items of a table. */
    static ExpiryFill of(TableDefinition table, TimeToLive timeToLive) {
      return new ExpiryFill(
          table.name(), table.number(), timeToLive.order(), KeyRange.of(RowKeys.allOf(table, 0)));
    }

    @Override
    public @Nullable Job work(Txn txn, int rows) {
      TableDefinition definition = Tables.find(txn, tableName, table);
      TimeToLive timeToLive = definition == null ? null : definition.timeToLive();
      if (timeToLive == null || timeToLive.order() != order) {
        return null;
      }
      RowBatch batch = RowBatch.read(txn, items, rows);
      for (RowBatch.Row row : batch.rows()) {
        Expiry.move(txn, timeToLive, row.key().bytes(), null, (Item) row.value());
      }
      return batch.rest() == null ? null : new ExpiryFill(tableName, table, order, batch.rest());
    }
  }
}
