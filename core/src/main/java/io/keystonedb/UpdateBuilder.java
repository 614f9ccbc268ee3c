package io.keystonedb;

import io.keystonedb.internal.operation.Operations;
import io.keystonedb.internal.operation.PositionalKeyItem;
import io.keystonedb.internal.operation.UpdateItem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An update of one item, made by {@link Table#update}. It may be executed more than once. Not
 * thread-safe.
 */
public final class UpdateBuilder {
  private static final UpdateItem UPDATE_ITEM = Operations.of(UpdateItem.class);

  private final Table table;
  private final Key key;
  private @Nullable String expression;
  private @Nullable String condition;
  private ReturnValue returnValue = ReturnValue.ALL_NEW;
  private final Parameters parameters = new Parameters();

  UpdateBuilder(Table table, Key key) {
    this.table = table;
    this.key = key;
  }

  /** What to change, such as {@code SET balance = balance - :amount}. */
  public UpdateBuilder expression(String updateExpression) {
    expression = updateExpression;
    return this;
  }

  /** Changes the item only if this holds, such as {@code balance >= :amount}. */
  public UpdateBuilder condition(String conditionExpression) {
    condition = conditionExpression;
    return this;
  }

  /** The attribute that a {@code #name} of an expression stands for. */
  public UpdateBuilder name(String placeholder, String attribute) {
    parameters.name(placeholder, attribute);
    return this;
  }

  /** The value that a {@code :value} of an expression stands for. */
  public UpdateBuilder value(String placeholder, Value value) {
    parameters.value(placeholder, value);
    return this;
  }

  /** What {@link #execute} returns; the whole new item unless told otherwise. */
  public UpdateBuilder returnValues(ReturnValue value) {
    returnValue = value;
    return this;
  }

  /**
   * Runs the update.
   *
   * @return what was asked for, if there is such
   * @throws KeystoneException with {@link ErrorCode#CONDITIONAL_CHECK_FAILED} if the condition does
   *     not hold (it then carries the item), or {@link ErrorCode#VALIDATION}
   */
  public Optional<Item> execute() {
    UpdateItem.Output answer =
        table.call(
            UPDATE_ITEM,
            UpdateItem.Input.of(
                table.name(),
                PositionalKeyItem.of(table.name(), key),
                returnValue.name(),
                expression,
                condition,
                parameters.names(),
                parameters.values()));
    return Optional.ofNullable(answer.attributes());
  }
}
