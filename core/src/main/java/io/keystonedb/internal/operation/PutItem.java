package io.keystonedb.internal.operation;

import io.keystonedb.Item;
import io.keystonedb.internal.engine.ItemCollections;
import io.keystonedb.internal.engine.ItemStore;
import io.keystonedb.internal.engine.ItemTarget;
import io.keystonedb.internal.engine.ItemWrite;
import io.keystonedb.internal.engine.KeyChecks;
import io.keystonedb.internal.engine.RequestContext;
import io.keystonedb.internal.engine.RowKey;
import io.keystonedb.internal.engine.TableRef;
import io.keystonedb.internal.engine.Written;
import io.keystonedb.internal.expression.Condition;
import io.keystonedb.internal.expression.ExpressionParameters;
import io.keystonedb.internal.legacy.LegacyConditions;
import io.keystonedb.internal.model.ConsumedCapacity;
import io.keystonedb.internal.model.ExpectedAttributeValue;
import io.keystonedb.internal.model.ItemCollectionMetrics;
import io.keystonedb.internal.model.Shapes;
import io.keystonedb.internal.shape.Decoded;
import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import io.keystonedb.internal.shape.ValidationLayer;
import io.keystonedb.internal.validation.DeclaredConstraints;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Creates an item or replaces the whole of an old one.
 *
 * <p>Order of checks: declared constraints, form of the values, expressions, {@code ReturnValues},
 * {@code Expected}, table, key, keys of indexes, size, condition.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_PutItem.html">PutItem</a>
 */
public final class PutItem extends Operation<PutItem.Input, PutItem.Output> {

  /** The request. */
  public record Input(
      String tableName,
      @Nullable Decoded<Item> item,
      @Nullable Map<String, ExpectedAttributeValue> expected,
      @Nullable String returnValues,
      @Nullable String returnConsumedCapacity,
      @Nullable String returnItemCollectionMetrics,
      @Nullable String conditionalOperator,
      @Nullable String conditionExpression,
      @Nullable Map<String, String> expressionAttributeNames,
      @Nullable Decoded<Item> expressionAttributeValues,
      @Nullable String returnValuesOnConditionCheckFailure) {
    static final Structure SHAPE =
        Structure.of(
            Input.class,
            Member.required("TableName", Shapes.TABLE_ARN),
            Member.required("Item", Shapes.ATTRIBUTE_MAP),
            Member.optional("Expected", ExpectedAttributeValue.MAP),
            Member.optional("ReturnValues", Shapes.RETURN_VALUES),
            Member.optional("ReturnConsumedCapacity", Shapes.RETURN_CONSUMED_CAPACITY),
            Member.optional("ReturnItemCollectionMetrics", Shapes.RETURN_ITEM_COLLECTION_METRICS),
            Member.optional("ConditionalOperator", Shapes.CONDITIONAL_OPERATOR),
            Member.optional("ConditionExpression", Shapes.TEXT),
            Member.optional("ExpressionAttributeNames", Shapes.TEXT_MAP),
            Member.optional("ExpressionAttributeValues", Shapes.ATTRIBUTE_MAP),
            Member.optional(
                "ReturnValuesOnConditionCheckFailure",
                Shapes.RETURN_VALUES_ON_CONDITION_CHECK_FAILURE));

    /** Puts an item without a condition and returns the old one. */
    public static Input of(String tableName, Decoded<Item> item) {
      return new Input(
          tableName, item, null, ReturnValues.ALL_OLD, null, null, null, null, null, null, null);
    }
  }

  /** The answer. */
  public record Output(
      @Nullable Item attributes,
      @Nullable ConsumedCapacity consumedCapacity,
      @Nullable ItemCollectionMetrics itemCollectionMetrics) {
    static final Structure SHAPE =
        Structure.of(
            Output.class,
            Member.optional("Attributes", Shapes.ATTRIBUTE_MAP),
            Member.optional("ConsumedCapacity", ConsumedCapacity.SHAPE),
            Member.optional("ItemCollectionMetrics", ItemCollectionMetrics.SHAPE));
  }

  PutItem() {
    super(Input.class, Input.SHAPE, Output.SHAPE);
  }

  @Override
  ValidationLayer layer(RequestContext context, Input request) {
    return SingleWriteConstraints.layer(
        super.layer(context, request), request.item(), request.expressionAttributeValues());
  }

  @Override
  void checkConstraints(Input request, ValidationLayer layer) {
    SingleWriteConstraints.report(DeclaredConstraints.violations(input(), request), layer);
  }

  @Override
  Output execute(RequestContext context, Input request) {
    ValidationLayer layer = layer(context, request);
    RequestValues.checkForm(request.item(), layer);
    ExpressionParameters expressions =
        ExpressionParameters.builder(layer)
            .names(request.expressionAttributeNames())
            .values(request.expressionAttributeValues())
            .condition(request.conditionExpression())
            .legacy("Expected", request.expected())
            .legacy("ConditionalOperator", request.conditionalOperator())
            .build();
    ReturnValues.requireOldOrNone(request.returnValues(), layer);
    Condition expected =
        LegacyConditions.expected(request.expected(), request.conditionalOperator(), layer);
    Condition condition = expected == null ? expressions.condition() : expected;
    Write write = new Write(request, layer, expressions, condition);
    return context.engine().write(context, store -> answer(store, request, store.write(write)));
  }

  private static Output answer(ItemStore store, Input request, Written written) {
    return new Output(
        ReturnValues.old(request.returnValues(), written.before()),
        ConsumedCapacities.of(store, request.tableName(), request.returnConsumedCapacity()),
        ItemCollections.metrics(
            store.rows(),
            written.table().definition(),
            Objects.requireNonNull(written.after()),
            request.returnItemCollectionMetrics()));
  }

  /** What is written. */
  private record Write(
      Input request,
      ValidationLayer layer,
      ExpressionParameters expressions,
      @Nullable Condition condition)
      implements ItemWrite {
    @Override
    public String table() {
      return request.tableName();
    }

    @Override
    public ItemTarget locate(TableRef table) {
      KeyChecks.scalars(table.definition(), expressions.nestedPaths());
      Item item = RequestValues.get(request.item(), table.definition(), layer);
      KeyChecks.putItem(table.definition(), item);
      return new Target(this, item, table.key(item));
    }
  }

  /** The item that is put. */
  private record Target(Write write, Item item, RowKey<Item> key) implements ItemTarget {
    @Override
    public Decision decide(@Nullable Item before) {
      ReturnValues.require(
          write.condition, before, write.request.returnValuesOnConditionCheckFailure());
      return Decision.store(item);
    }
  }
}
