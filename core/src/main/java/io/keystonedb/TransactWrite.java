package io.keystonedb;

import io.keystonedb.internal.model.ConditionCheck;
import io.keystonedb.internal.model.Delete;
import io.keystonedb.internal.model.Put;
import io.keystonedb.internal.model.TransactWriteItem;
import io.keystonedb.internal.model.Update;
import io.keystonedb.internal.operation.Operations;
import io.keystonedb.internal.operation.PositionalKeyItem;
import io.keystonedb.internal.operation.TransactWriteItems;
import io.keystonedb.internal.shape.Decoded;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A transaction that writes up to 100 items, all or none; made by {@link Table#transactWrite}. It
 * may be executed more than once.
 *
 * <p>{@link #condition}, {@link #name} and {@link #value} belong to the action named last. Not
 * thread-safe.
 */
public final class TransactWrite {
  private static final TransactWriteItems TRANSACT_WRITE_ITEMS =
      Operations.of(TransactWriteItems.class);

  /** The reason of a condition that does not hold shows the item. */
  private static final String ON_CONDITION_FAILURE = ReturnValue.ALL_OLD.name();

  private final Table table;
  private final List<Action> actions = new ArrayList<>();
  private @Nullable String token;

  TransactWrite(Table table) {
    this.table = table;
  }

  /** One action, with what is said of it after it was named. */
  private static final class Action {
    final Function<Action, TransactWriteItem> model;
    final Parameters parameters = new Parameters();
    @Nullable String condition;

    Action(Function<Action, TransactWriteItem> model) {
      this.model = model;
    }

    TransactWriteItem toModel() {
      return model.apply(this);
    }
  }

  /** Puts an item under a key. */
  public TransactWrite put(Key key, Item item) {
    Decoded<Item> keyed = PositionalKeyItem.of(table.name(), key, item);
    return add(
        action ->
            TransactWriteItem.of(
                new Put(
                    keyed,
                    table.name(),
                    action.condition,
                    action.parameters.names(),
                    action.parameters.values(),
                    ON_CONDITION_FAILURE)));
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
    Decoded<Item> keyItem = PositionalKeyItem.of(table.name(), key);
    return add(
        action ->
            TransactWriteItem.of(
                new Update(
                    keyItem,
                    expression,
                    table.name(),
                    action.condition,
                    action.parameters.names(),
                    action.parameters.values(),
                    ON_CONDITION_FAILURE)));
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
    Decoded<Item> keyItem = PositionalKeyItem.of(table.name(), key);
    return add(
        action ->
            TransactWriteItem.of(
                new Delete(
                    keyItem,
                    table.name(),
                    action.condition,
                    action.parameters.names(),
                    action.parameters.values(),
                    ON_CONDITION_FAILURE)));
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
    Decoded<Item> keyItem = PositionalKeyItem.of(table.name(), key);
    add(
        action ->
            TransactWriteItem.of(
                new ConditionCheck(
                    keyItem,
                    table.name(),
                    action.condition,
                    action.parameters.names(),
                    action.parameters.values(),
                    ON_CONDITION_FAILURE)));
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

  private TransactWrite add(Function<Action, TransactWriteItem> action) {
    actions.add(new Action(action));
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
    List<TransactWriteItem> items = actions.stream().map(Action::toModel).toList();
    table.call(TRANSACT_WRITE_ITEMS, TransactWriteItems.Input.of(items, token));
  }
}
