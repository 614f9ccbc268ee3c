package io.keystonedb.internal.operation;

import io.keystonedb.ErrorCode;
import io.keystonedb.Item;
import io.keystonedb.KeystoneException;
import io.keystonedb.Value;
import io.keystonedb.internal.engine.ItemTarget;
import io.keystonedb.internal.engine.ItemWrite;
import io.keystonedb.internal.engine.KeyChecks;
import io.keystonedb.internal.engine.RowKey;
import io.keystonedb.internal.engine.TableDefinition;
import io.keystonedb.internal.engine.TableRef;
import io.keystonedb.internal.engine.Written;
import io.keystonedb.internal.partiql.Statement;
import io.keystonedb.internal.value.KeyAttribute;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement that changes or checks one item.
 *
 * @param onConditionFailure whether a failed condition returns the item
 * @param index the place of the statement in its transaction; {@link #ALONE} outside of one
 */
record StatementWrite(Statement statement, @Nullable String onConditionFailure, int index)
    implements ItemWrite {
  private static final int ALONE = -1;

  /** A statement by itself or in a batch. */
  static StatementWrite alone(Statement statement, @Nullable String onConditionFailure) {
    return new StatementWrite(statement, onConditionFailure, ALONE);
  }

  /** A statement of a transaction. */
  static StatementWrite inTransaction(
      Statement statement, @Nullable String onConditionFailure, int index) {
    return new StatementWrite(statement, onConditionFailure, index);
  }

  @Override
  public String table() {
    return statement.table();
  }

  /**
   * In a transaction, a malformed key of an INSERT is a reason for its cancellation; what is wrong
   * with other statements fails the request.
   */
  @Override
  public ItemTarget locate(TableRef ref) {
    try {
      TableDefinition table = ref.definition();
      WhereClause.SingleKey found = target(table, statement);
      return new Target(this, table, found, ref.key(found.key()));
    } catch (KeystoneException e) {
      if (index == ALONE) {
        throw e;
      }
      if (statement instanceof Statement.Insert) {
        return new MalformedTarget(e);
      }
      throw StatementTransaction.invalid(index, e);
    }
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

  /** What RETURNING asks for, or null. */
  @Nullable Item returned(Written written) {
    if (statement instanceof Statement.Delete delete) {
      return delete.returningOld() ? written.before() : null;
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
    return new ItemUpdate(written.table().definition(), update.update())
        .returned(returnValues, written.before(), written.after());
  }

  /** The item of a statement. */
  private record Target(
      StatementWrite write, TableDefinition table, WhereClause.SingleKey found, RowKey<Item> key)
      implements ItemTarget {

    @Override
    public Decision decide(@Nullable Item before) {
      if (write.statement instanceof Statement.Insert insert) {
        KeyChecks.putItem(table, insert.item());
        if (before != null) {
          throw KeystoneException.of(
              ErrorCode.DUPLICATE_ITEM, "Duplicate primary key exists in table");
        }
        return Decision.store(insert.item());
      }
      if (write.statement instanceof Statement.Update update) {
        ItemUpdate itemUpdate = new ItemUpdate(table, update.update());
        itemUpdate.checkKeyAttributes();
        KeyChecks.lookUp(table, found.key());
        require(before != null && found.matches(before), before);
        Item after = itemUpdate.apply(found.key(), before);
        itemUpdate.checkSize(after);
        return Decision.store(after);
      }
      KeyChecks.lookUp(table, found.key());
      if (write.statement instanceof Statement.Delete) {
        require(before == null || found.matches(before), before);
        return Decision.store(null);
      }
      require(found.matches(before == null ? Item.empty() : before), before);
      return Decision.check(before);
    }

    private void require(boolean condition, @Nullable Item before) {
      if (!condition) {
        throw KeystoneException.conditionalCheckFailed(
            ReturnValues.old(write.onConditionFailure, before));
      }
    }

    /** The larger of what is stored and what the statement sends (observed). */
    @Override
    public int failedBytes(@Nullable Item before) {
      int sent = write.statement instanceof Statement.Insert insert ? insert.item().sizeBytes() : 0;
      return Math.max(sent, before == null ? 0 : before.sizeBytes());
    }
  }
}
