package io.keystonedb.internal.operation;

import io.keystonedb.Item;
import io.keystonedb.internal.engine.ItemCollections;
import io.keystonedb.internal.engine.ItemStore;
import io.keystonedb.internal.engine.ItemTarget;
import io.keystonedb.internal.engine.ItemWrite;
import io.keystonedb.internal.engine.KeyChecks;
import io.keystonedb.internal.engine.RequestContext;
import io.keystonedb.internal.engine.RowKey;
import io.keystonedb.internal.engine.TableDefinition;
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
import org.jspecify.annotations.Nullable;

/**
 * Deletes an item; deleting an absent one succeeds.
 *
 * <p>Order of checks: declared constraints, form of the key, expressions, {@code ReturnValues},
 * {@code Expected}, table, key, condition.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DeleteItem.html">DeleteItem</a>
 */
public final class DeleteItem extends Operation<DeleteItem.Input, DeleteItem.Output> {

  /** The request. */
  public record Input(
      String tableName,
      @Nullable Decoded<Item> key,
      @Nullable Map<String, ExpectedAttributeValue> expected,
      @Nullable String conditionalOperator,
      @Nullable String returnValues,
      @Nullable String returnConsumedCapacity,
      @Nullable String returnItemCollectionMetrics,
      @Nullable String conditionExpression,
      @Nullable Map<String, String> expressionAttributeNames,
      @Nullable Decoded<Item> expressionAttributeValues,
      @Nullable String returnValuesOnConditionCheckFailure) {
    static final Structure SHAPE =
        Structure.of(
            Input.class,
            Member.required("TableName", Shapes.TABLE_ARN),
            Member.required("Key", Shapes.ATTRIBUTE_MAP),
            Member.optional("Expected", ExpectedAttributeValue.MAP),
            Member.optional("ConditionalOperator", Shapes.CONDITIONAL_OPERATOR),
            Member.optional("ReturnValues", Shapes.RETURN_VALUES),
            Member.optional("ReturnConsumedCapacity", Shapes.RETURN_CONSUMED_CAPACITY),
            Member.optional("ReturnItemCollectionMetrics", Shapes.RETURN_ITEM_COLLECTION_METRICS),
            Member.optional("ConditionExpression", Shapes.TEXT),
            Member.optional("ExpressionAttributeNames", Shapes.TEXT_MAP),
            Member.optional("ExpressionAttributeValues", Shapes.ATTRIBUTE_MAP),
            Member.optional(
                "ReturnValuesOnConditionCheckFailure",
                Shapes.RETURN_VALUES_ON_CONDITION_CHECK_FAILURE));

    /** Deletes an item without a condition and returns it. */
    public static Input of(String tableName, Decoded<Item> key) {
      return new Input(
          tableName, key, null, null, ReturnValues.ALL_OLD, null, null, null, null, null, null);
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

  DeleteItem() {
    super(Input.class, Input.SHAPE, Output.SHAPE);
  }

  @Override
  ValidationLayer layer(RequestContext context, Input request) {
    return SingleWriteConstraints.layer(
        super.layer(context, request), request.key(), request.expressionAttributeValues());
  }

  @Override
  void checkConstraints(Input request, ValidationLayer layer) {
    SingleWriteConstraints.report(DeclaredConstraints.violations(input(), request), layer);
  }

  @Override
  Output execute(RequestContext context, Input request) {
    ValidationLayer layer = layer(context, request);
    RequestValues.checkForm(request.key(), layer);
    if (SingleWriteConstraints.isFarTooDeep(request.expressionAttributeValues())) {
      // The older layer looks at everything else before the depth.
      ReturnValues.requireOldOrNone(request.returnValues(), layer);
    }
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
    return context.engine().write(context, store -> answer(store, write, store.write(write)));
  }

  private static Output answer(ItemStore store, Write write, Written written) {
    Input request = write.request;
    TableDefinition table = written.table().definition();
    return new Output(
        ReturnValues.old(request.returnValues(), written.before()),
        ConsumedCapacities.of(store, request.tableName(), request.returnConsumedCapacity()),
        ItemCollections.metrics(
            store.rows(),
            table,
            RequestValues.get(request.key(), table, write.layer),
            request.returnItemCollectionMetrics()));
  }

  /** What is deleted. */
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
      Item key = RequestValues.get(request.key(), table.definition(), layer);
      KeyChecks.lookUp(table.definition(), key);
      return new Target(this, table.key(key));
    }
  }

  /** The item that is deleted. */
  private record Target(Write write, RowKey<Item> key) implements ItemTarget {
    @Override
    public Decision decide(@Nullable Item before) {
      ReturnValues.require(
          write.condition, before, write.request.returnValuesOnConditionCheckFailure());
      return Decision.store(null);
    }
  }
}
