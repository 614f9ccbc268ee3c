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
import io.keystonedb.internal.expression.Update;
import io.keystonedb.internal.legacy.LegacyConditions;
import io.keystonedb.internal.legacy.LegacyUpdates;
import io.keystonedb.internal.model.AttributeValueUpdate;
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
 * Changes attributes of an item, or creates it.
 *
 * <p>Order of checks: declared constraints, form of the values, parameters, {@code
 * AttributeUpdates}, {@code Expected}, expressions, table, key, attributes of the key that the
 * update names, condition, evaluation, keys of indexes, size.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateItem.html">UpdateItem</a>
 */
public final class UpdateItem extends Operation<UpdateItem.Input, UpdateItem.Output> {

  /** The request. */
  public record Input(
      String tableName,
      @Nullable Decoded<Item> key,
      @Nullable Map<String, AttributeValueUpdate> attributeUpdates,
      @Nullable Map<String, ExpectedAttributeValue> expected,
      @Nullable String conditionalOperator,
      @Nullable String returnValues,
      @Nullable String returnConsumedCapacity,
      @Nullable String returnItemCollectionMetrics,
      @Nullable String updateExpression,
      @Nullable String conditionExpression,
      @Nullable Map<String, String> expressionAttributeNames,
      @Nullable Decoded<Item> expressionAttributeValues,
      @Nullable String returnValuesOnConditionCheckFailure) {
    static final Structure SHAPE =
        Structure.of(
            Input.class,
            Member.required("TableName", Shapes.TABLE_ARN),
            Member.required("Key", Shapes.ATTRIBUTE_MAP),
            Member.optional("AttributeUpdates", AttributeValueUpdate.MAP),
            Member.optional("Expected", ExpectedAttributeValue.MAP),
            Member.optional("ConditionalOperator", Shapes.CONDITIONAL_OPERATOR),
            Member.optional("ReturnValues", Shapes.RETURN_VALUES),
            Member.optional("ReturnConsumedCapacity", Shapes.RETURN_CONSUMED_CAPACITY),
            Member.optional("ReturnItemCollectionMetrics", Shapes.RETURN_ITEM_COLLECTION_METRICS),
            Member.optional("UpdateExpression", Shapes.TEXT),
            Member.optional("ConditionExpression", Shapes.TEXT),
            Member.optional("ExpressionAttributeNames", Shapes.TEXT_MAP),
            Member.optional("ExpressionAttributeValues", Shapes.ATTRIBUTE_MAP),
            Member.optional(
                "ReturnValuesOnConditionCheckFailure",
                Shapes.RETURN_VALUES_ON_CONDITION_CHECK_FAILURE));

    /** Updates an item; if the condition does not hold, the error carries the item. */
    public static Input of(
        String tableName,
        Decoded<Item> key,
        String returnValues,
        @Nullable String updateExpression,
        @Nullable String conditionExpression,
        @Nullable Map<String, String> expressionAttributeNames,
        @Nullable Decoded<Item> expressionAttributeValues) {
      return new Input(
          tableName,
          key,
          null,
          null,
          null,
          returnValues,
          null,
          null,
          updateExpression,
          conditionExpression,
          expressionAttributeNames,
          expressionAttributeValues,
          ReturnValues.ALL_OLD);
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

  UpdateItem() {
    super(Input.class, Input.SHAPE, Output.SHAPE);
  }

  @Override
  ValidationLayer layer(RequestContext context, Input request) {
    return SingleWriteConstraints.layer(
        super.layer(context, request), request.key(), request.expressionAttributeValues());
  }

  @Override
  void checkConstraints(Input request, ValidationLayer layer) {
    SingleWriteConstraints.reportOfUpdate(DeclaredConstraints.violations(input(), request), layer);
  }

  @Override
  Output execute(RequestContext context, Input request) {
    ValidationLayer layer = layer(context, request);
    RequestValues.checkForm(request.key(), layer);
    if (request.attributeUpdates() != null) {
      request
          .attributeUpdates()
          .values()
          .forEach(update -> RequestValues.checkForm(update.value(), layer));
    }
    ExpressionParameters.Builder parameters =
        ExpressionParameters.builder(layer)
            .valuesFirst()
            .names(request.expressionAttributeNames())
            .values(request.expressionAttributeValues())
            .update(request.updateExpression())
            .condition(request.conditionExpression())
            .legacy("AttributeUpdates", request.attributeUpdates())
            .legacy("Expected", request.expected())
            .legacy("ConditionalOperator", request.conditionalOperator())
            .checkParameters();
    Update updates = LegacyUpdates.of(request.attributeUpdates(), layer);
    Condition expected =
        LegacyConditions.expected(request.expected(), request.conditionalOperator(), layer);
    ExpressionParameters expressions = parameters.build();
    Update update = updates == null ? expressions.update() : updates;
    Condition condition = expected == null ? expressions.condition() : expected;
    Write write = new Write(request, layer, expressions, update, condition);
    return context.engine().write(context, store -> answer(store, write, store.write(write)));
  }

  private static Output answer(ItemStore store, Write write, Written written) {
    Input request = write.request;
    TableDefinition table = written.table().definition();
    return new Output(
        new ItemUpdate(table, write.update)
            .returned(request.returnValues(), written.before(), written.after()),
        ConsumedCapacities.of(store, request.tableName(), request.returnConsumedCapacity()),
        ItemCollections.metrics(
            store.rows(),
            table,
            RequestValues.get(request.key(), table, write.layer),
            request.returnItemCollectionMetrics()));
  }

  /** What is updated. */
  private record Write(
      Input request,
      ValidationLayer layer,
      ExpressionParameters expressions,
      @Nullable Update update,
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
      ItemUpdate itemUpdate = new ItemUpdate(table.definition(), update);
      itemUpdate.checkKeyAttributes();
      return new Target(this, itemUpdate, key, table.key(key));
    }
  }

  /** The item that is updated. */
  private record Target(Write write, ItemUpdate update, Item keyAttributes, RowKey<Item> key)
      implements ItemTarget {
    @Override
    public Decision decide(@Nullable Item before) {
      if (write.request.attributeUpdates() == null) {
        update.checkCharge();
      }
      ReturnValues.require(
          write.condition, before, write.request.returnValuesOnConditionCheckFailure());
      Item after = update.apply(keyAttributes, before);
      update.checkSize(after);
      return Decision.store(after);
    }
  }
}
