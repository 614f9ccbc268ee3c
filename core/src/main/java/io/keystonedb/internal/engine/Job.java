package io.keystonedb.internal.engine;

import io.keystonedb.Item;
import org.jspecify.annotations.Nullable;

/**
 * Work on more rows than one commit may touch. What is left of it is stored, so that it goes on
 * whatever happens between two commits. Immutable.
 */
public sealed interface Job {
  /**
   * Works on some rows.
   *
   * @param limit how many at most
   * @return what is left to do; null for nothing
   */
  @Nullable Job work(RowWriter rows, int limit);

  /** Removes rows that nothing refers to any more. */
  record Removal(RowRange<?> range) implements Job {
    @Override
    public @Nullable Job work(RowWriter rows, int limit) {
      RowRange<?> rest = removeFirst(rows, range, limit);
      return rest == null ? null : new Removal(rest);
    }

    private static <V> @Nullable RowRange<V> removeFirst(
        RowWriter rows, RowRange<V> range, int limit) {
      RowKey<V> next = rows.keyAt(range, limit);
      rows.removeAll(next == null ? range : range.before(next));
      return next == null ? null : range.from(next);
    }
  }

  /**
   * Writes the entries of a new index for the items that were there before it. Writes of items keep
   * the index in step from the beginning, so it does not matter which of them have been passed.
   *
   * @param items those that are left
   */
  record IndexFill(String tableName, int table, int index, RowRange<Item> items) implements Job {
    /** For all items of a table. */
    static IndexFill of(RowKeys keys, TableDefinition table, IndexDefinition index) {
      return new IndexFill(table.name(), table.number(), index.number(), keys.items(table, null));
    }

    @Override
    public @Nullable Job work(RowWriter rows, int limit) {
      TableDefinition definition = Tables.find(rows, tableName, table);
      IndexDefinition filled = definition == null ? null : definition.index(index);
      if (definition == null || filled == null) {
        return null;
      }
      RowBatch<Item> batch = RowBatch.read(rows, items, limit);
      for (RowBatch.Row<Item> row : batch.rows()) {
        Item entry = filled.entryOf(row.value());
        if (entry != null) {
          rows.put(rows.keys().entry(definition, filled, entry), entry);
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
  record ExpiryFill(String tableName, int table, int order, RowRange<Item> items) implements Job {
    /** For all items of a table. */
    static ExpiryFill of(RowKeys keys, TableDefinition table, TimeToLive timeToLive) {
      return new ExpiryFill(
          table.name(), table.number(), timeToLive.order(), keys.items(table, null));
    }

    @Override
    public @Nullable Job work(RowWriter rows, int limit) {
      TableDefinition definition = Tables.find(rows, tableName, table);
      TimeToLive timeToLive = definition == null ? null : definition.timeToLive();
      if (timeToLive == null || timeToLive.order() != order) {
        return null;
      }
      RowBatch<Item> batch = RowBatch.read(rows, items, limit);
      for (RowBatch.Row<Item> row : batch.rows()) {
        Expiry.move(rows, timeToLive, row.key(), null, row.value());
      }
      return batch.rest() == null ? null : new ExpiryFill(tableName, table, order, batch.rest());
    }
  }
}
