package io.keystonedb.internal.operation;

import io.keystonedb.Item;
import io.keystonedb.KeystoneException;
import io.keystonedb.internal.engine.ItemLimit;
import io.keystonedb.internal.engine.ItemReader;
import io.keystonedb.internal.engine.ItemTarget;
import io.keystonedb.internal.engine.ItemWrite;
import io.keystonedb.internal.engine.KeyChecks;
import io.keystonedb.internal.engine.RowKey;
import io.keystonedb.internal.engine.TableDefinition;
import io.keystonedb.internal.engine.TableRef;
import io.keystonedb.internal.expression.ExpressionParameters;
import io.keystonedb.internal.model.ConditionCheck;
import io.keystonedb.internal.model.Delete;
import io.keystonedb.internal.model.Put;
import io.keystonedb.internal.model.TransactWriteItem;
import io.keystonedb.internal.shape.Decoded;
import io.keystonedb.internal.shape.MalformedValue;
import io.keystonedb.internal.shape.ValidationLayer;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One action of a transaction that writes, with its expressions read and checked.
 *
 * @param keyOrItem the item of a put, the key of everything else; well-formed
 * @param valueBytes the size of the values of the expressions
 * @param refusal why the action cancels the transaction whatever is stored; null if it does not
 */
record TransactAction(
    Kind kind,
    String tableName,
    Decoded<Item> keyOrItem,
    long valueBytes,
    ExpressionParameters expressions,
    @Nullable String onConditionFailure,
    @Nullable KeystoneException refusal)
    implements ItemWrite {

  @Override
  public String table() {
    return tableName;
  }

  /** Whether the key has no names yet. */
  boolean isPositional() {
    return keyOrItem instanceof PositionalKeyItem;
  }

  /**
   * This action with the names of the table's key attributes.
   *
   * @throws KeystoneException if there is no such table, or the key does not fit it
   */
  TransactAction named(ItemReader run) {
    return keyOrItem instanceof PositionalKeyItem positional
        ? new TransactAction(
            kind,
            tableName,
            Decoded.of(positional.named(run)),
            valueBytes,
            expressions,
            onConditionFailure,
            refusal)
        : this;
  }

  /** The item of a put, the key of everything else. */
  Item item() {
    return keyOrItem.get();
  }

  /** What the action adds to the size of the request: not what is stored, but what is carried. */
  long payloadBytes() {
    return item().sizeBytes() + valueBytes;
  }

  /**
   * Empty values of keys and items that are too large fail the request, everything else that is
   * wrong with a key cancels the transaction (observed for types; as TransactGetItems does it).
   */
  @Override
  public ItemTarget locate(TableRef ref) {
    TableDefinition table = ref.definition();
    KeyChecks.scalars(table, expressions.nestedPaths());
    Item given = item();
    KeyChecks.notEmpty(table.key(), given);
    if (kind == Kind.UPDATE) {
      new ItemUpdate(table, expressions.update()).checkIndexKeysNotEmpty();
    }
    if (kind == Kind.PUT) {
      KeyChecks.notEmptyIndexKeys(table, given);
      ItemLimit.checkPut(table, given);
    }
    try {
      if (kind == Kind.PUT) {
        KeyChecks.putItem(table, given);
      } else {
        KeyChecks.lookUp(table, given);
      }
      return refusal == null
          ? new Target(this, table, ref.key(given))
          : new MalformedTarget(refusal);
    } catch (KeystoneException e) {
      return new MalformedTarget(e);
    }
  }

  /** The item of an action. */
  private record Target(TransactAction action, TableDefinition table, RowKey<Item> key)
      implements ItemTarget {
    @Override
    public Decision decide(@Nullable Item before) {
      ItemUpdate update = new ItemUpdate(table, action.expressions.update());
      if (action.kind == Kind.UPDATE) {
        update.checkKeyAttributes();
      }
      ReturnValues.require(action.expressions.condition(), before, action.onConditionFailure);
      Item given = action.item();
      return switch (action.kind) {
        case CHECK -> Decision.check(before);
        case PUT -> Decision.store(given);
        case DELETE -> Decision.store(null);
        case UPDATE -> {
          Item after = update.apply(given, before);
          update.checkSize(after);
          yield Decision.store(after);
        }
      };
    }
  }

  enum Kind {
    CHECK,
    PUT,
    DELETE,
    UPDATE
  }

  /**
   * Reads an action.
   *
   * @param layer the words in which it is refused
   */
  static TransactAction of(TransactWriteItem item, ValidationLayer layer) {
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
      return check(item.conditionCheck(), layer);
    }
    if (item.put() != null) {
      return put(item.put(), layer);
    }
    return item.delete() != null
        ? delete(item.delete(), layer)
        : update(Objects.requireNonNull(item.update()), layer);
  }

  private static TransactAction check(ConditionCheck check, ValidationLayer layer) {
    ExpressionParameters expressions =
        parameters(check.expressionAttributeNames(), check.expressionAttributeValues(), layer)
            .condition(check.conditionExpression())
            .build();
    return of(
        Kind.CHECK,
        check.tableName(),
        check.key(),
        check.expressionAttributeValues(),
        expressions,
        check.returnValuesOnConditionCheckFailure(),
        layer);
  }

  private static TransactAction put(Put put, ValidationLayer layer) {
    ExpressionParameters expressions =
        parameters(put.expressionAttributeNames(), put.expressionAttributeValues(), layer)
            .lenient()
            .condition(put.conditionExpression())
            .build();
    return of(
        Kind.PUT,
        put.tableName(),
        put.item(),
        put.expressionAttributeValues(),
        expressions,
        put.returnValuesOnConditionCheckFailure(),
        layer);
  }

  private static TransactAction delete(Delete delete, ValidationLayer layer) {
    ExpressionParameters expressions =
        parameters(delete.expressionAttributeNames(), delete.expressionAttributeValues(), layer)
            .lenient()
            .condition(delete.conditionExpression())
            .build();
    return of(
        Kind.DELETE,
        delete.tableName(),
        delete.key(),
        delete.expressionAttributeValues(),
        expressions,
        delete.returnValuesOnConditionCheckFailure(),
        layer);
  }

  private static TransactAction update(
      io.keystonedb.internal.model.Update update, ValidationLayer layer) {
    MalformedValue malformed =
        update.expressionAttributeValues() == null
            ? null
            : update.expressionAttributeValues().malformed();
    if (layer.isOlder() && malformed != null && malformed.isNesting()) {
      // Observed: the older layer does not look at the depth of values before it updates the item.
      return new TransactAction(
          Kind.UPDATE,
          update.tableName(),
          RequestValues.require(update.key(), layer),
          0,
          ExpressionParameters.builder(layer).build(),
          null,
          layer.error(malformed));
    }
    ExpressionParameters expressions =
        parameters(update.expressionAttributeNames(), update.expressionAttributeValues(), layer)
            .update(update.updateExpression())
            .condition(update.conditionExpression())
            .build();
    return of(
        Kind.UPDATE,
        update.tableName(),
        update.key(),
        update.expressionAttributeValues(),
        expressions,
        update.returnValuesOnConditionCheckFailure(),
        layer);
  }

  private static ExpressionParameters.Builder parameters(
      @Nullable Map<String, String> names, @Nullable Decoded<Item> values, ValidationLayer layer) {
    return ExpressionParameters.builder(layer).names(names).values(values);
  }

  /**
   * What is wrong with a key or an item in itself fails the request, before any table is looked up.
   */
  private static TransactAction of(
      Kind kind,
      String tableName,
      @Nullable Decoded<Item> keyOrItem,
      @Nullable Decoded<Item> values,
      ExpressionParameters expressions,
      @Nullable String onConditionFailure,
      ValidationLayer layer) {
    return new TransactAction(
        kind,
        tableName,
        RequestValues.require(keyOrItem, layer),
        values == null ? 0 : values.get().sizeBytes(),
        expressions,
        onConditionFailure,
        null);
  }
}
