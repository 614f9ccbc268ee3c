package io.keystonedb;

import io.keystonedb.internal.engine.TableDefinition;
import io.keystonedb.internal.model.ConditionCheck;
import io.keystonedb.internal.model.Delete;
import io.keystonedb.internal.model.Put;
import io.keystonedb.internal.model.TransactWriteItem;
import io.keystonedb.internal.model.Update;
import io.keystonedb.internal.operation.TransactWriteItems;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A transaction that writes up to 100 items, all or none; made by {@link Table#transactWrite}.
 *
 * <p>{@link #condition}, {@link #name} and {@link #value} belong to the action named last. Not
 * thread-safe.
 */
public final class TransactWrite {
  private final Table table;
  private final List<Action> actions = new ArrayList<>();
  private @Nullable String token;

  TransactWrite(Table table) {
    this.table = table;
  }

  /** One action, still without its table. */
  private abstract static class Action {
    final Key key;
    final Parameters parameters = new Parameters();
    @Nullable String condition;

    Action(Key key) {
      this.key = key;
    }

    abstract TransactWriteItem toModel(TableDefinition table);
  }

  /** Puts an item under a key. */
  public TransactWrite put(Key key, Item item) {
    return add(
        new Action(key) {
          @Override
          TransactWriteItem toModel(TableDefinition table) {
            return new TransactWriteItem(
                null,
                new Put(
                    Parameters.decoded(Table.withKey(table, key, item)),
                    table.name(),
                    condition,
                    parameters.names(),
                    parameters.values(),
                    ReturnValue.ALL_OLD.name()),
                null,
                null);
          }
        });
  }

  /** As {@link #put(Key, Item)}. */
  public TransactWrite put(String key, Item item) {
    return put(Key.of(key), item);
  }

  /** As {@link #put(Key, Item)}. */
  public TransactWrite put(byte[] key, Item item) {
    return put(Key.of(key), item);
  }

  /** Updates the item with a key. */
  public TransactWrite update(Key key, String expression) {
    return add(
        new Action(key) {
          @Override
          TransactWriteItem toModel(TableDefinition table) {
            return new TransactWriteItem(
                null,
                null,
                null,
                new Update(
                    Parameters.decoded(key.toItem(table)),
                    expression,
                    table.name(),
                    condition,
                    parameters.names(),
                    parameters.values(),
                    ReturnValue.ALL_OLD.name()));
          }
        });
  }

  /** As {@link #update(Key, String)}. */
  public TransactWrite update(String key, String expression) {
    return update(Key.of(key), expression);
  }

  /** As {@link #update(Key, String)}. */
  public TransactWrite update(byte[] key, String expression) {
    return update(Key.of(key), expression);
  }

  /** Deletes the item with a key. */
  public TransactWrite delete(Key key) {
    return add(
        new Action(key) {
          @Override
          TransactWriteItem toModel(TableDefinition table) {
            return new TransactWriteItem(
                null,
                null,
                new Delete(
                    Parameters.decoded(key.toItem(table)),
                    table.name(),
                    condition,
                    parameters.names(),
                    parameters.values(),
                    ReturnValue.ALL_OLD.name()),
                null);
          }
        });
  }

  /** As {@link #delete(Key)}. */
  public TransactWrite delete(String key) {
    return delete(Key.of(key));
  }

  /** As {@link #delete(Key)}. */
  public TransactWrite delete(byte[] key) {
    return delete(Key.of(key));
  }

  /** Only checks that a condition holds for the item with a key. */
  public TransactWrite conditionCheck(Key key, String conditionExpression) {
    add(
        new Action(key) {
          @Override
          TransactWriteItem toModel(TableDefinition table) {
            return new TransactWriteItem(
                new ConditionCheck(
                    Parameters.decoded(key.toItem(table)),
                    table.name(),
                    condition,
                    parameters.names(),
                    parameters.values(),
                    ReturnValue.ALL_OLD.name()),
                null,
                null,
                null);
          }
        });
    return condition(conditionExpression);
  }

  /** As {@link #conditionCheck(Key, String)}. */
  public TransactWrite conditionCheck(String key, String conditionExpression) {
    return conditionCheck(Key.of(key), conditionExpression);
  }

  /** As {@link #conditionCheck(Key, String)}. */
  public TransactWrite conditionCheck(byte[] key, String conditionExpression) {
    return conditionCheck(Key.of(key), conditionExpression);
  }

  private TransactWrite add(Action action) {
    actions.add(action);
    return this;
  }

  private Action last() {
    if (actions.isEmpty()) {
      throw new IllegalStateException("name an action first: put, update, delete, conditionCheck");
    }
    return actions.get(actions.size() - 1);
  }

  /** Cancels everything unless this holds for the item of the last action. */
  public TransactWrite condition(String conditionExpression) {
    last().condition = conditionExpression;
    return this;
  }

  /** The attribute that a {@code #name} in the last action stands for. */
  public TransactWrite name(String placeholder, String attribute) {
    last().parameters.name(placeholder, attribute);
    return this;
  }

  /** The value that a {@code :value} in the last action stands for. */
  public TransactWrite value(String placeholder, Value value) {
    last().parameters.value(placeholder, value);
    return this;
  }

  /** Makes repetitions of this transaction within ten minutes do nothing. */
  public TransactWrite clientRequestToken(String clientRequestToken) {
    token = clientRequestToken;
    return this;
  }

  /**
   * Runs the transaction.
   *
   * @throws KeystoneException with {@link ErrorCode#TRANSACTION_CANCELED} and a reason for each
   *     action, or {@link ErrorCode#VALIDATION}
   */
  public void execute() {
    table.call(
        TransactWriteItems.class,
        definition ->
            new TransactWriteItems.Input(
                actions.stream().map(action -> action.toModel(definition)).toList(),
                null,
                null,
                token));
  }
}
