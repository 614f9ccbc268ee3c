package io.keystonedb.internal.operation;

import io.keystonedb.Item;
import io.keystonedb.KeystoneException;
import io.keystonedb.internal.expression.Condition;
import io.keystonedb.internal.expression.ExpressionParameters;
import io.keystonedb.internal.expression.Update;
import io.keystonedb.internal.model.ConditionCheck;
import io.keystonedb.internal.model.Delete;
import io.keystonedb.internal.model.Put;
import io.keystonedb.internal.model.TransactWriteItem;
import io.keystonedb.internal.shape.Decoded;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One action of a transaction that writes, with its expressions read and checked.
 *
 * @param keyOrItem the item of a put, the key of everything else
 */
record TransactAction(
    Kind kind,
    String tableName,
    Decoded<Item> keyOrItem,
    ExpressionParameters expressions,
    @Nullable String onConditionFailure) {

  @Nullable Condition condition() {
    return expressions.condition();
  }

  @Nullable Update update() {
    return expressions.update();
  }

  enum Kind {
    CHECK,
    PUT,
    DELETE,
    UPDATE
  }

  static TransactAction of(TransactWriteItem item) {
    int members = 0;
    members += item.conditionCheck() == null ? 0 : 1;
    members += item.put() == null ? 0 : 1;
    members += item.delete() == null ? 0 : 1;
    members += item.update() == null ? 0 : 1;
    if (members == 0) {
      throw KeystoneException.validation(
          "Invalid Request: TransactWriteRequest should contain Delete or Put or Update request");
    }
    if (members > 1) {
      throw KeystoneException.validation(
          "TransactItems can only contain one of Check, Put, Update or Delete");
    }
    if (item.conditionCheck() != null) {
      return check(item.conditionCheck());
    }
    if (item.put() != null) {
      return put(item.put());
    }
    return item.delete() != null
        ? delete(item.delete())
        : update(Objects.requireNonNull(item.update()));
  }

  private static TransactAction check(ConditionCheck check) {
    ExpressionParameters expressions =
        parameters(check.expressionAttributeNames(), check.expressionAttributeValues())
            .condition(check.conditionExpression())
            .build();
    return of(
        Kind.CHECK,
        check.tableName(),
        check.key(),
        expressions,
        check.returnValuesOnConditionCheckFailure());
  }

  private static TransactAction put(Put put) {
    ExpressionParameters expressions =
        parameters(put.expressionAttributeNames(), put.expressionAttributeValues())
            .lenient()
            .condition(put.conditionExpression())
            .build();
    return of(
        Kind.PUT,
        put.tableName(),
        put.item(),
        expressions,
        put.returnValuesOnConditionCheckFailure());
  }

  private static TransactAction delete(Delete delete) {
    ExpressionParameters expressions =
        parameters(delete.expressionAttributeNames(), delete.expressionAttributeValues())
            .lenient()
            .condition(delete.conditionExpression())
            .build();
    return of(
        Kind.DELETE,
        delete.tableName(),
        delete.key(),
        expressions,
        delete.returnValuesOnConditionCheckFailure());
  }

  private static TransactAction update(io.keystonedb.internal.model.Update update) {
    ExpressionParameters expressions =
        parameters(update.expressionAttributeNames(), update.expressionAttributeValues())
            .update(update.updateExpression())
            .condition(update.conditionExpression())
            .build();
    return of(
        Kind.UPDATE,
        update.tableName(),
        update.key(),
        expressions,
        update.returnValuesOnConditionCheckFailure());
  }

  private static ExpressionParameters.Builder parameters(
      @Nullable Map<String, String> names, @Nullable Decoded<Item> values) {
    return ExpressionParameters.builder(false).names(names).values(values);
  }

  private static TransactAction of(
      Kind kind,
      String tableName,
      @Nullable Decoded<Item> keyOrItem,
      ExpressionParameters expressions,
      @Nullable String onConditionFailure) {
    RequestValues.checkForm(keyOrItem, "");
    return new TransactAction(
        kind, tableName, Objects.requireNonNull(keyOrItem), expressions, onConditionFailure);
  }
}
