package io.keystonedb.internal.operation;

import io.keystonedb.Item;
import io.keystonedb.internal.engine.KeyChecks;
import io.keystonedb.internal.engine.RowKey;
import io.keystonedb.internal.engine.TableRef;
import io.keystonedb.internal.partiql.SelectList;
import io.keystonedb.internal.partiql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A SELECT of one item by its whole key and nothing else, as batches and transactions take it.
 *
 * @param rowKey the key of the item
 */
record SingleItemRead(TableRef table, Statement.Select select, RowKey<Item> rowKey) {

  /** The read that a statement is, or null if it asks for more than one key, or less. */
  static @Nullable SingleItemRead of(TableRef table, Statement.Select select) {
    WhereClause.SingleKey target =
        WhereClause.of(select.where()).singleKey(table.definition().key());
    if (target == null || !target.rest().isEmpty()) {
      return null;
    }
    KeyChecks.lookUp(table.definition(), target.key());
    return new SingleItemRead(table, select, table.key(target.key()));
  }

  /** What the statement selects of the item as it is stored. */
  @Nullable Item selected(@Nullable Item stored) {
    SelectList list = select.list();
    return stored == null || list == null ? stored : list.apply(stored);
  }
}
