package io.keystonedb.internal.operation;

import io.keystonedb.Item;
import io.keystonedb.KeystoneException;
import io.keystonedb.internal.engine.Consistency;
import io.keystonedb.internal.engine.ItemRanges;
import io.keystonedb.internal.engine.ItemReader;
import io.keystonedb.internal.engine.KeyChecks;
import io.keystonedb.internal.engine.KeySizes;
import io.keystonedb.internal.engine.PageReader.Page;
import io.keystonedb.internal.engine.RequestContext;
import io.keystonedb.internal.engine.RowRange;
import io.keystonedb.internal.expression.Condition;
import io.keystonedb.internal.expression.ExpressionParameters;
import io.keystonedb.internal.expression.KeyConditions;
import io.keystonedb.internal.expression.KeyQuery;
import io.keystonedb.internal.expression.PositionalKeyConditions;
import io.keystonedb.internal.expression.Projection;
import io.keystonedb.internal.legacy.LegacyConditions;
import io.keystonedb.internal.legacy.LegacyProjection;
import io.keystonedb.internal.model.ConsumedCapacity;
import io.keystonedb.internal.model.Shapes;
import io.keystonedb.internal.shape.Decoded;
import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import io.keystonedb.internal.shape.ValidationLayer;
import io.keystonedb.internal.validation.DeclaredConstraints;
import io.keystonedb.internal.validation.DeclaredConstraints.Violation;
import io.keystonedb.internal.value.KeyAttributes;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the items of one partition of a table or index, in the order of their sort keys.
 *
 * <p>Order of checks: declared constraints, form of the start key, parameters, legacy conditions,
 * expressions, {@code Select}, table, index, consistency, start key, key condition, filter,
 * projection.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Query.html">Query</a>
 */
public final class Query extends Operation<Query.Input, Query.Output> {

  /** The request. */
  public record Input(
      String tableName,
      @Nullable String indexName,
      @Nullable String select,
      @Nullable List<String> attributesToGet,
      @Nullable Integer limit,
      @Nullable Boolean consistentRead,
      @Nullable Map<String, io.keystonedb.internal.model.Condition> keyConditions,
      @Nullable Map<String, io.keystonedb.internal.model.Condition> queryFilter,
      @Nullable String conditionalOperator,
      @Nullable Boolean scanIndexForward,
      @Nullable Decoded<Item> exclusiveStartKey,
      @Nullable String returnConsumedCapacity,
      @Nullable String projectionExpression,
      @Nullable String filterExpression,
      @Nullable String keyConditionExpression,
      @Nullable Map<String, String> expressionAttributeNames,
      @Nullable Decoded<Item> expressionAttributeValues,
      @Nullable PositionalKeyConditions positionalKeyConditions) {
    static final Structure SHAPE =
        Structure.withNativePart(
            Input.class,
            Member.required("TableName", Shapes.TABLE_ARN),
            Member.optional("IndexName", Shapes.INDEX_NAME),
            Member.optional("Select", Shapes.SELECT),
            Member.optional("AttributesToGet", Shapes.ATTRIBUTES_TO_GET),
            Member.optional("Limit", Shapes.INTEGER),
            Member.optional("ConsistentRead", Shapes.FLAG),
            Member.optional("KeyConditions", io.keystonedb.internal.model.Condition.MAP),
            Member.optional("QueryFilter", io.keystonedb.internal.model.Condition.MAP),
            Member.optional("ConditionalOperator", Shapes.CONDITIONAL_OPERATOR),
            Member.optional("ScanIndexForward", Shapes.FLAG),
            Member.optional("ExclusiveStartKey", Shapes.ATTRIBUTE_MAP),
            Member.optional("ReturnConsumedCapacity", Shapes.RETURN_CONSUMED_CAPACITY),
            Member.optional("ProjectionExpression", Shapes.TEXT),
            Member.optional("FilterExpression", Shapes.TEXT),
            Member.optional("KeyConditionExpression", Shapes.TEXT),
            Member.optional("ExpressionAttributeNames", Shapes.TEXT_MAP),
            Member.optional("ExpressionAttributeValues", Shapes.ATTRIBUTE_MAP));

    /** A query of the native API, eventually consistent. */
    public static Input of(
        String tableName,
        PositionalKeyConditions keyConditions,
        @Nullable String indexName,
        @Nullable Integer limit,
        boolean scanIndexForward,
        @Nullable Decoded<Item> exclusiveStartKey,
        @Nullable String projectionExpression,
        @Nullable String filterExpression,
        @Nullable Map<String, String> expressionAttributeNames,
        @Nullable Decoded<Item> expressionAttributeValues) {
      return new Input(
          tableName,
          indexName,
          null,
          null,
          limit,
          null,
          null,
          null,
          null,
          scanIndexForward,
          exclusiveStartKey,
          null,
          projectionExpression,
          filterExpression,
          null,
          expressionAttributeNames,
          expressionAttributeValues,
          keyConditions);
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

  Query() {
    super(Input.class, Input.SHAPE, Output.SHAPE);
  }

  @Override
  void checkConstraints(Input request, ValidationLayer layer) {
    List<Violation> violations = DeclaredConstraints.violations(input(), request);
    boolean filters = request.queryFilter() != null && request.queryFilter().size() > 1;
    if (filters
        && violations.stream().anyMatch(each -> each.path().equals("conditionalOperator"))) {
      // Observed: alone, and in short.
      throw KeystoneException.validation(
          "Failed to satisfy constraint: Member must satisfy enum value set: [ALL, OR]");
    }
    DeclaredConstraints.report(violations);
    if (request.limit() != null && request.limit() < 1) {
      throw KeystoneException.validation(
          "1 validation error detected: Value at 'Limit' failed to satisfy constraint: Member must have value greater than or equal to 1");
    }
  }

  @Override
  Output execute(RequestContext context, Input request) {
    ValidationLayer layer = layer(context, request);
    StartKey.checkForm(request.exclusiveStartKey(), layer);
    ExpressionParameters.Builder parameters =
        ExpressionParameters.builder(layer)
            .names(request.expressionAttributeNames())
            .values(request.expressionAttributeValues())
            .filter(request.filterExpression())
            .keyCondition(request.keyConditionExpression(), request.positionalKeyConditions())
            .projection(request.projectionExpression())
            .legacy(LegacyProjection.PARAMETER, request.attributesToGet())
            .legacy("QueryFilter", request.queryFilter())
            .legacy("ConditionalOperator", request.conditionalOperator())
            .legacy("KeyConditions", request.keyConditions())
            .checkParameters();
    KeyConditions keys = LegacyConditions.keys(request.keyConditions(), layer);
    Condition filter =
        LegacyConditions.filter(request.queryFilter(), request.conditionalOperator(), layer);
    Projection attributes = LegacyProjection.of(request.attributesToGet());
    ExpressionParameters expressions = parameters.build();
    Function<KeyAttributes, KeyConditions> keyConditions =
        keyConditions(
            request.positionalKeyConditions(), keys == null ? expressions.keyConditions() : keys);
    Selection selection =
        Selection.of(
            request.select(),
            attributes,
            expressions.projection(),
            request.indexName() != null,
            layer);
    FilterRules filterRules = FilterRules.of("QueryFilter", filter, expressions.filter());
    return context
        .engine()
        .read(
            context,
            Consistency.of(request.consistentRead()),
            run -> query(run, request, expressions, keyConditions, filterRules, selection));
  }

  /**
   * The conditions on keys, once it is known which attributes these are.
   *
   * @param positional those of a request of the native API
   * @param named those of any other
   */
  private static Function<KeyAttributes, KeyConditions> keyConditions(
      @Nullable PositionalKeyConditions positional, @Nullable KeyConditions named) {
    if (positional != null) {
      return positional::named;
    }
    if (named == null) {
      throw KeystoneException.validation(
          "Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.");
    }
    return key -> named;
  }

  private static Output query(
      ItemReader run,
      Input request,
      ExpressionParameters expressions,
      Function<KeyAttributes, KeyConditions> keyConditions,
      FilterRules filter,
      Selection selection) {
    ReadTarget target = ReadTarget.find(run, request.tableName(), request.indexName());
    KeyChecks.scalars(target.table(), expressions.nestedPaths());
    target.checkConsistency(request.consistentRead());
    Item start =
        StartKey.require(target, request.exclusiveStartKey(), StartKey.OTHER_ATTRIBUTES_IN_QUERY);
    KeyQuery key = keyConditions.apply(target.key()).resolve(target.key(), target::checkNotEmpty);
    KeySizes.check(key);
    filter.check(target);
    selection.check(target);
    Consistency consistency = Consistency.of(request.consistentRead());
    RowRange<Item> range = ItemRanges.of(target.ref(), target.index(), key);
    boolean descending = Boolean.FALSE.equals(request.scanIndexForward());
    if (start != null) {
      StartKey.checkQueryable(target, start);
      range = StartKey.behind(target, start, key, range, descending);
    }
    Page page =
        run.page(
            List.of(range),
            descending,
            request.limit() == null ? Integer.MAX_VALUE : request.limit(),
            filter.predicate());
    ReadAnswer answer =
        ReadAnswer.of(run, target, selection, page, page.units(consistency), consistency);
    return new Output(
        answer.items(),
        answer.count(),
        page.scannedCount(),
        answer.lastEvaluatedKey(),
        ConsumedCapacities.of(run, request.tableName(), request.returnConsumedCapacity()));
  }
}
