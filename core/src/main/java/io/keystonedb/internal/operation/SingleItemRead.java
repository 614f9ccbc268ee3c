package io.keystonedb.internal.operation;

import io.keystonedb.Item;
import io.keystonedb.internal.engine.KeyChecks;
import io.keystonedb.internal.engine.RowKeys;
import io.keystonedb.internal.engine.TableDefinition;
import io.keystonedb.internal.partiql.SelectList;
import io.keystonedb.internal.partiql.Statement;
import io.keystonedb.storage.Reader;
import org.jspecify.annotations.Nullable;

/**
 * A SELECT of one item by its whole key and nothing else, as batches and transactions take it.
 *
 * @param rowKey the key of the item
 */
record SingleItemRead(Statement.Select select, RowKey rowKey) {

  /** The read that a statement is, or null if it asks for more than one key, or less. */
  static @Nullable SingleItemRead of(TableDefinition table, Statement.Select select) {
    WhereClause.SingleKey target = WhereClause.of(select.where()).singleKey(table.key());
    if (target == null || !target.rest().isEmpty()) {
      return null;
    }
    KeyChecks.lookUp(table, target.key());
    return new SingleItemRead(select, new RowKey(RowKeys.row(table, target.key())));
  }

  /** The item as it is stored, or null. */
  @Nullable Item stored(Reader reader) {
    return (Item) reader.get(rowKey.bytes());
  }

  /** What the statement selects of it. */
  @Nullable Item selected(@Nullable Item stored) {
    SelectList list = select.list();
    return stored == null || list == null ? stored : list.apply(stored);
  }
}
