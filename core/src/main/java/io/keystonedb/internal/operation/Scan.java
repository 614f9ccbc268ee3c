package io.keystonedb.internal.operation;

import io.keystonedb.Item;
import io.keystonedb.internal.engine.Consistency;
import io.keystonedb.internal.engine.ItemReader;
import io.keystonedb.internal.engine.KeyChecks;
import io.keystonedb.internal.engine.PageReader.Page;
import io.keystonedb.internal.engine.RequestContext;
import io.keystonedb.internal.engine.RowRange;
import io.keystonedb.internal.expression.Condition;
import io.keystonedb.internal.expression.ExpressionParameters;
import io.keystonedb.internal.expression.Projection;
import io.keystonedb.internal.legacy.LegacyConditions;
import io.keystonedb.internal.legacy.LegacyProjection;
import io.keystonedb.internal.model.ConsumedCapacity;
import io.keystonedb.internal.model.Shapes;
import io.keystonedb.internal.shape.Constraint;
import io.keystonedb.internal.shape.Decoded;
import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Shape;
import io.keystonedb.internal.shape.Structure;
import io.keystonedb.internal.shape.ValidationLayer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads all items of a table or index, or of one segment of it, in no apparent order.
 *
 * <p>Order of checks: declared constraints, segments, form of the start key, expressions, {@code
 * Select}, table, index, consistency, start key, projection.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Scan.html">Scan</a>
 */
public final class Scan extends Operation<Scan.Input, Scan.Output> {

  /** The request. */
  public record Input(
      String tableName,
      @Nullable String indexName,
      @Nullable List<String> attributesToGet,
      @Nullable Integer limit,
      @Nullable String select,
      @Nullable Map<String, io.keystonedb.internal.model.Condition> scanFilter,
      @Nullable String conditionalOperator,
      @Nullable Decoded<Item> exclusiveStartKey,
      @Nullable String returnConsumedCapacity,
      @Nullable Integer totalSegments,
      @Nullable Integer segment,
      @Nullable String projectionExpression,
      @Nullable String filterExpression,
      @Nullable Map<String, String> expressionAttributeNames,
      @Nullable Decoded<Item> expressionAttributeValues,
      @Nullable Boolean consistentRead) {
    static final Structure SHAPE =
        Structure.of(
            Input.class,
            Member.required("TableName", Shapes.TABLE_ARN),
            Member.optional("IndexName", Shapes.INDEX_NAME),
            Member.optional("AttributesToGet", Shapes.ATTRIBUTES_TO_GET),
            Member.optional("Limit", Shapes.POSITIVE_INTEGER),
            Member.optional("Select", Shapes.SELECT),
            Member.optional("ScanFilter", io.keystonedb.internal.model.Condition.MAP),
            Member.optional("ConditionalOperator", Shapes.CONDITIONAL_OPERATOR),
            Member.optional("ExclusiveStartKey", Shapes.ATTRIBUTE_MAP),
            Member.optional("ReturnConsumedCapacity", Shapes.RETURN_CONSUMED_CAPACITY),
            Member.optional("TotalSegments", Shapes.INTEGER),
            Member.optional(
                "Segment",
                new Shape.Whole(
                    false, List.of(new Constraint.Min(0), new Constraint.Max(999_999)))),
            Member.optional("ProjectionExpression", Shapes.TEXT),
            Member.optional("FilterExpression", Shapes.TEXT),
            Member.optional("ExpressionAttributeNames", Shapes.TEXT_MAP),
            Member.optional("ExpressionAttributeValues", Shapes.ATTRIBUTE_MAP),
            Member.optional("ConsistentRead", Shapes.FLAG));

    /** A scan, eventually consistent. */
    public static Input of(
        String tableName,
        @Nullable String indexName,
        @Nullable Integer limit,
        @Nullable Decoded<Item> exclusiveStartKey,
        @Nullable Integer totalSegments,
        @Nullable Integer segment,
        @Nullable String projectionExpression,
        @Nullable String filterExpression,
        @Nullable Map<String, String> expressionAttributeNames,
        @Nullable Decoded<Item> expressionAttributeValues) {
      return new Input(
          tableName,
          indexName,
          null,
          limit,
          null,
          null,
          null,
          exclusiveStartKey,
          null,
          totalSegments,
          segment,
          projectionExpression,
          filterExpression,
          expressionAttributeNames,
          expressionAttributeValues,
          null);
    }
  }

  /** The answer. */
  public record Output(
      @Nullable List<Item> items,
      @Nullable Integer count,
      @Nullable Integer scannedCount,
      @Nullable Item lastEvaluatedKey,
      @Nullable ConsumedCapacity consumedCapacity) {
    static final Structure SHAPE =
        Structure.of(
            Output.class,
            Member.optional("Items", Shapes.listOf(Shapes.ATTRIBUTE_MAP)),
            Member.optional("Count", Shapes.INTEGER),
            Member.optional("ScannedCount", Shapes.INTEGER),
            Member.optional("LastEvaluatedKey", Shapes.ATTRIBUTE_MAP),
            Member.optional("ConsumedCapacity", ConsumedCapacity.SHAPE));
  }

  Scan() {
    super(Input.class, Input.SHAPE, Output.SHAPE);
  }

  @Override
  Output execute(RequestContext context, Input request) {
    ValidationLayer layer = layer(context, request);
    Segments.check(request.segment(), request.totalSegments());
    StartKey.checkForm(request.exclusiveStartKey(), layer);
    ExpressionParameters.Builder parameters =
        ExpressionParameters.builder(layer)
            .names(request.expressionAttributeNames())
            .values(request.expressionAttributeValues())
            .filter(request.filterExpression())
            .projection(request.projectionExpression())
            .legacy(LegacyProjection.PARAMETER, request.attributesToGet())
            .legacy("ScanFilter", request.scanFilter())
            .legacy("ConditionalOperator", request.conditionalOperator())
            .checkParameters();
    Condition scanFilter =
        LegacyConditions.filter(request.scanFilter(), request.conditionalOperator(), layer);
    Projection attributes = LegacyProjection.of(request.attributesToGet());
    ExpressionParameters expressions = parameters.build();
    FilterRules filter = FilterRules.of("ScanFilter", scanFilter, expressions.filter());
    Selection selection =
        Selection.of(
            request.select(),
            attributes,
            expressions.projection(),
            request.indexName() != null,
            layer);
    return context
        .engine()
        .read(
            context,
            Consistency.of(request.consistentRead()),
            run -> scan(run, request, expressions, filter, selection));
  }

  private static Output scan(
      ItemReader run,
      Input request,
      ExpressionParameters expressions,
      FilterRules filter,
      Selection selection) {
    ReadTarget target = ReadTarget.find(run, request.tableName(), request.indexName());
    KeyChecks.scalars(target.table(), expressions.nestedPaths());
    target.checkConsistency(request.consistentRead());
    Item start =
        StartKey.require(target, request.exclusiveStartKey(), StartKey.OTHER_ATTRIBUTES_IN_SCAN);
    selection.check(target);
    RowRange<Item> range = Segments.range(target, request.segment(), request.totalSegments());
    if (start != null) {
      range = Segments.behind(target, start, range, request.segment(), request.totalSegments());
    }
    Consistency consistency = Consistency.of(request.consistentRead());
    Page page =
        run.page(
            Partitions.of(run, target, range),
            false,
            request.limit() == null ? Integer.MAX_VALUE : request.limit(),
            filter.predicate());
    ReadAnswer answer =
        ReadAnswer.of(run, target, selection, page, page.unitsOfRanges(consistency), consistency);
    return new Output(
        answer.items(),
        answer.count(),
        page.scannedCount(),
        answer.lastEvaluatedKey(),
        ConsumedCapacities.of(run, request.tableName(), request.returnConsumedCapacity()));
  }
}
