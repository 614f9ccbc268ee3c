package io.keystonedb.internal.operation;

import io.keystonedb.CancellationReason;
import io.keystonedb.Item;
import io.keystonedb.KeystoneException;
import io.keystonedb.internal.engine.CapacityMeter;
import io.keystonedb.internal.engine.Engine;
import io.keystonedb.internal.engine.ItemCollections;
import io.keystonedb.internal.engine.ItemLimit;
import io.keystonedb.internal.engine.ItemWriter;
import io.keystonedb.internal.engine.KeyChecks;
import io.keystonedb.internal.engine.RowKeys;
import io.keystonedb.internal.engine.TableDefinition;
import io.keystonedb.internal.model.ItemCollectionMetrics;
import io.keystonedb.internal.operation.TransactAction.Kind;
import io.keystonedb.storage.Txn;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One action of a transaction with the item it is about: found, run, and then written if no other
 * action fails. Lives for one run of a transaction.
 */
final class PlannedAction {
  private final TransactAction action;
  private final TableDefinition table;

  /** A key that does not fit, of table or index, is no error of the request: it cancels it. */
  private final @Nullable CancellationReason malformedKey;

  private final byte @Nullable [] rowKey;
  private final @Nullable Item before;
  private @Nullable Item after;

  private PlannedAction(
      TransactAction action,
      TableDefinition table,
      @Nullable CancellationReason malformedKey,
      byte @Nullable [] rowKey,
      @Nullable Item before) {
    this.action = action;
    this.table = table;
    this.malformedKey = malformedKey;
    this.rowKey = rowKey;
    this.before = before;
    this.after = before;
  }

  /**
   * Finds the item of an action.
   *
   * @throws KeystoneException for what fails the request instead of cancelling the transaction
   */
  static PlannedAction of(Txn txn, TableDefinition table, TransactAction action) {
    KeyChecks.scalars(table, action.expressions().nestedPaths());
    Item keyOrItem = action.keyOrItem().get();
    CancellationReason malformed = checkKey(table, action, keyOrItem);
    if (malformed != null) {
      return new PlannedAction(action, table, malformed, null, null);
    }
    byte[] rowKey = RowKeys.row(table, keyOrItem);
    return new PlannedAction(action, table, null, rowKey, (Item) txn.get(rowKey));
  }

  /**
   * Empty values of keys and items that are too large fail the request, everything else that is
   * wrong with a key cancels the transaction (observed for types; as TransactGetItems does it).
   */
  private static @Nullable CancellationReason checkKey(
      TableDefinition table, TransactAction action, Item keyOrItem) {
    boolean put = action.kind() == Kind.PUT;
    KeyChecks.notEmpty(table.key(), keyOrItem);
    if (put) {
      KeyChecks.notEmptyIndexKeys(table, keyOrItem);
      ItemLimit.checkPut(table, keyOrItem);
    }
    try {
      if (put) {
        KeyChecks.putItem(table, keyOrItem);
      } else {
        KeyChecks.lookUp(table, keyOrItem);
      }
      return null;
    } catch (KeystoneException e) {
      return TransactionErrors.reasonOf(e);
    }
  }

  /** Runs the action without writing: why it fails, or {@link CancellationReason#NONE}. */
  CancellationReason run() {
    if (malformedKey != null) {
      return malformedKey;
    }
    try {
      if (action.kind() == Kind.UPDATE) {
        new ItemUpdate(table, action.update()).checkKeyAttributes();
      }
      ReturnValues.require(action.condition(), before, action.onConditionFailure());
      after =
          switch (action.kind()) {
            case CHECK -> before;
            case PUT -> action.keyOrItem().get();
            case DELETE -> null;
            case UPDATE -> updated();
          };
      return CancellationReason.NONE;
    } catch (KeystoneException e) {
      return TransactionErrors.reasonOf(e);
    }
  }

  private @Nullable Item updated() {
    ItemUpdate update = new ItemUpdate(table, action.update());
    Item updated = update.apply(action.keyOrItem().get(), before);
    update.checkPlainSize(updated);
    return updated;
  }

  void write(Engine engine, Txn txn) {
    if (action.kind() != Kind.CHECK) {
      ItemWriter.write(engine, txn, table, Objects.requireNonNull(rowKey), before, after);
    }
  }

  /** The key of the item, or null if it is malformed. */
  @Nullable RowKey rowKey() {
    return rowKey == null ? null : new RowKey(rowKey);
  }

  String tableName() {
    return action.tableName();
  }

  /** What the action adds to the size of the request. */
  int requestBytes() {
    return action.keyOrItem().get().sizeBytes();
  }

  void count(TransactionReplay replay) {
    replay.add(tableName(), before, after);
  }

  void count(CapacityMeter meter) {
    meter.addWrite(table, before, after, 2);
  }

  @Nullable ItemCollectionMetrics metrics(Txn txn, @Nullable String option) {
    return action.kind() == Kind.CHECK
        ? null
        : ItemCollections.metrics(txn, table, action.keyOrItem().get(), option);
  }
}
