package io.keystonedb.internal.operation;

import io.keystonedb.Item;
import io.keystonedb.internal.engine.Consistency;
import io.keystonedb.internal.engine.ItemReader;
import io.keystonedb.internal.engine.KeyChecks;
import io.keystonedb.internal.engine.RequestContext;
import io.keystonedb.internal.engine.TableRef;
import io.keystonedb.internal.expression.ExpressionParameters;
import io.keystonedb.internal.expression.Projection;
import io.keystonedb.internal.legacy.LegacyProjection;
import io.keystonedb.internal.model.ConsumedCapacity;
import io.keystonedb.internal.model.Shapes;
import io.keystonedb.internal.shape.Decoded;
import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import io.keystonedb.internal.shape.ValidationLayer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one item by its key.
 *
 * <p>Order of checks: declared constraints, form of the key, expressions, table, key.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_GetItem.html">GetItem</a>
 */
public final class GetItem extends Operation<GetItem.Input, GetItem.Output> {

  /** The request. */
  public record Input(
      String tableName,
      @Nullable Decoded<Item> key,
      @Nullable List<String> attributesToGet,
      @Nullable Boolean consistentRead,
      @Nullable String returnConsumedCapacity,
      @Nullable String projectionExpression,
      @Nullable Map<String, String> expressionAttributeNames) {
    static final Structure SHAPE =
        Structure.of(
            Input.class,
            Member.required("TableName", Shapes.TABLE_ARN),
            Member.required("Key", Shapes.ATTRIBUTE_MAP),
            Member.optional("AttributesToGet", Shapes.ATTRIBUTES_TO_GET),
            Member.optional("ConsistentRead", Shapes.FLAG),
            Member.optional("ReturnConsumedCapacity", Shapes.RETURN_CONSUMED_CAPACITY),
            Member.optional("ProjectionExpression", Shapes.TEXT),
            Member.optional("ExpressionAttributeNames", Shapes.TEXT_MAP));

    /** Reads a whole item, eventually consistent. */
    public static Input of(String tableName, Decoded<Item> key) {
      return new Input(tableName, key, null, null, null, null, null);
    }
  }

  /** The answer. */
  public record Output(@Nullable Item item, @Nullable ConsumedCapacity consumedCapacity) {
    static final Structure SHAPE =
        Structure.of(
            Output.class,
            Member.optional("Item", Shapes.ATTRIBUTE_MAP),
            Member.optional("ConsumedCapacity", ConsumedCapacity.SHAPE));
  }

  GetItem() {
    super(Input.class, Input.SHAPE, Output.SHAPE);
  }

  @Override
  Output execute(RequestContext context, Input request) {
    ValidationLayer layer = layer(context, request);
    RequestValues.checkForm(request.key(), layer);
    ExpressionParameters expressions =
        ExpressionParameters.builder(layer)
            .names(request.expressionAttributeNames())
            .projection(request.projectionExpression())
            .legacy(LegacyProjection.PARAMETER, request.attributesToGet())
            .build();
    Projection attributes = LegacyProjection.of(request.attributesToGet());
    Projection projection = attributes == null ? expressions.projection() : attributes;
    Consistency consistency = Consistency.of(request.consistentRead());
    return context
        .engine()
        .read(
            context,
            consistency,
            run -> get(run, request, layer, expressions, projection, consistency));
  }

  private static Output get(
      ItemReader run,
      Input request,
      ValidationLayer layer,
      ExpressionParameters expressions,
      @Nullable Projection projection,
      Consistency consistency) {
    TableRef table = run.table(request.tableName());
    KeyChecks.scalars(table.definition(), expressions.nestedPaths());
    Item key = RequestValues.get(request.key(), table.definition(), layer);
    KeyChecks.lookUp(table.definition(), key);
    Item item = run.get(table, table.key(key), consistency);
    return new Output(
        item == null || projection == null ? item : projection.apply(item),
        ConsumedCapacities.of(run, request.tableName(), request.returnConsumedCapacity()));
  }
}
