package io.keystonedb.internal.operation;

import io.keystonedb.ErrorCode;
import io.keystonedb.Item;
import io.keystonedb.KeystoneException;
import io.keystonedb.Value;
import io.keystonedb.internal.engine.Engine;
import io.keystonedb.internal.engine.ItemWriter;
import io.keystonedb.internal.engine.KeyChecks;
import io.keystonedb.internal.engine.RowKeys;
import io.keystonedb.internal.engine.TableDefinition;
import io.keystonedb.internal.expression.Condition;
import io.keystonedb.internal.partiql.Statement;
import io.keystonedb.internal.value.KeyAttribute;
import io.keystonedb.storage.Txn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement that changes or checks one item: found, run, and then written. Lives for one run of a
 * transaction.
 */
final class StatementWrite {
  private final Statement statement;
  private final TableDefinition table;
  private final Item key;
  private final List<Condition> conditions;
  private final byte[] rowKey;
  private final @Nullable Item before;
  private @Nullable Item after;

  private StatementWrite(
      Statement statement, TableDefinition table, WhereClause.SingleKey target, Txn txn) {
    this.statement = statement;
    this.table = table;
    this.key = target.key();
    this.conditions = target.rest();
    this.rowKey = RowKeys.row(table, key);
    this.before = (Item) txn.get(rowKey);
    this.after = before;
  }

  /**
   * Finds the item of a statement.
   *
   * @throws KeystoneException if the statement does not name one item by its key
   */
  static StatementWrite of(Txn txn, TableDefinition table, Statement statement) {
    return new StatementWrite(statement, table, target(table, statement), txn);
  }

  /**
   * The key of the item that a statement is about.
   *
   * @throws KeystoneException if the statement does not name one item by its key
   */
  static RowKey rowKey(TableDefinition table, Statement statement) {
    return new RowKey(RowKeys.row(table, target(table, statement).key()));
  }

  private static WhereClause.SingleKey target(TableDefinition table, Statement statement) {
    if (statement instanceof Statement.Insert insert) {
      return new WhereClause.SingleKey(keyOf(table, insert.item()), List.of());
    }
    if (statement instanceof Statement.Update update) {
      return target(table, WhereClause.of(update.where()));
    }
    if (statement instanceof Statement.Delete delete) {
      return target(table, WhereClause.of(delete.where()));
    }
    Statement.Select select = ((Statement.Exists) statement).select();
    WhereClause.SingleKey target =
        select.index() != null ? null : WhereClause.of(select.where()).singleKey(table.key());
    if (target == null || target.rest().isEmpty()) {
      throw KeystoneException.validation(
          "EXISTS() must contain a single item read with additional condition");
    }
    return target;
  }

  private static WhereClause.SingleKey target(TableDefinition table, WhereClause where) {
    WhereClause.SingleKey target = where.singleKey(table.key());
    if (target == null) {
      throw KeystoneException.validation(
          "Where clause does not contain a mandatory equality on all key attributes");
    }
    KeyAttribute repeated = where.repeated(table.key(), target);
    if (repeated != null) {
      throw KeystoneException.validation(
          "Multiple conditions on same key "
              + repeated.name()
              + ". Only single item Update/Insert/Delete are supported");
    }
    return target;
  }

  private static Item keyOf(TableDefinition table, Item item) {
    for (KeyAttribute attribute : table.key().all()) {
      Value value = item.get(attribute.name());
      if (value == null && table.key().isOptional(attribute)) {
        continue;
      }
      if (value == null) {
        throw KeystoneException.validation(
            "Key attribute should be present in the item: Key " + attribute.name());
      }
      WhereClause.check(attribute, value);
    }
    return KeyChecks.keyOf(table, item);
  }

  /**
   * Runs the statement without writing.
   *
   * @param onConditionFailure whether a failed condition returns the item
   * @throws KeystoneException why it fails
   */
  void run(@Nullable String onConditionFailure) {
    if (statement instanceof Statement.Insert insert) {
      KeyChecks.putItem(table, insert.item());
      if (before != null) {
        throw KeystoneException.of(
            ErrorCode.DUPLICATE_ITEM, "Duplicate primary key exists in table");
      }
      after = insert.item();
    } else if (statement instanceof Statement.Update update) {
      ItemUpdate itemUpdate = new ItemUpdate(table, update.update());
      itemUpdate.checkKeyAttributes();
      KeyChecks.lookUp(table, key);
      require(before != null && holds(before), onConditionFailure);
      after = itemUpdate.apply(key, before);
      itemUpdate.checkPlainSize(after);
    } else if (statement instanceof Statement.Delete) {
      KeyChecks.lookUp(table, key);
      require(before == null || holds(before), onConditionFailure);
      after = null;
    } else {
      KeyChecks.lookUp(table, key);
      require(holds(before == null ? Item.empty() : before), onConditionFailure);
    }
  }

  private boolean holds(Item item) {
    return conditions.stream().allMatch(condition -> condition.test(item));
  }

  private void require(boolean condition, @Nullable String onConditionFailure) {
    if (!condition) {
      throw KeystoneException.conditionalCheckFailed(ReturnValues.old(onConditionFailure, before));
    }
  }

  void write(Engine engine, Txn txn) {
    if (!(statement instanceof Statement.Exists)) {
      ItemWriter.write(engine, txn, table, rowKey, before, after);
    }
  }

  /** What RETURNING asks for, or null. */
  @Nullable Item returned() {
    if (statement instanceof Statement.Delete delete) {
      return delete.returningOld() ? before : null;
    }
    if (!(statement instanceof Statement.Update update) || update.returning() == null) {
      return null;
    }
    String returnValues =
        switch (update.returning()) {
          case ALL_OLD -> "ALL_OLD";
          case ALL_NEW -> "ALL_NEW";
          case MODIFIED_OLD -> "UPDATED_OLD";
          case MODIFIED_NEW -> "UPDATED_NEW";
        };
    return new ItemUpdate(table, update.update()).returned(returnValues, before, after);
  }

  RowKey rowKey() {
    return new RowKey(rowKey);
  }

  TableDefinition table() {
    return table;
  }

  String tableName() {
    return statement.table();
  }

  @Nullable Item before() {
    return before;
  }

  @Nullable Item after() {
    return after;
  }

  /** The item that is written as the request says it, for the charge of one that fails. */
  @Nullable Item sent() {
    return statement instanceof Statement.Insert insert ? insert.item() : before;
  }
}
