package io.keystonedb.internal.operation;

import io.keystonedb.CancellationReason;
import io.keystonedb.Item;
import io.keystonedb.KeystoneException;
import io.keystonedb.internal.engine.Consistency;
import io.keystonedb.internal.engine.ItemReader;
import io.keystonedb.internal.engine.KeyChecks;
import io.keystonedb.internal.engine.RequestContext;
import io.keystonedb.internal.engine.RowKey;
import io.keystonedb.internal.engine.TableRef;
import io.keystonedb.internal.expression.ExpressionParameters;
import io.keystonedb.internal.expression.Projection;
import io.keystonedb.internal.model.ConsumedCapacity;
import io.keystonedb.internal.model.Get;
import io.keystonedb.internal.model.ItemResponse;
import io.keystonedb.internal.model.Shapes;
import io.keystonedb.internal.model.TransactGetItem;
import io.keystonedb.internal.shape.Constraint;
import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import io.keystonedb.internal.shape.ValidationLayer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads up to 100 items as they were at one moment.
 *
 * <p>Order of checks: declared constraints, form of the keys, expressions, tables, keys (as reasons
 * of a cancellation).
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactGetItems.html">TransactGetItems</a>
 */
public final class TransactGetItems
    extends Operation<TransactGetItems.Input, TransactGetItems.Output> {

  /** The request. */
  public record Input(
      @Nullable List<TransactGetItem> transactItems, @Nullable String returnConsumedCapacity) {
    static final Structure SHAPE =
        Structure.of(
            Input.class,
            Member.required(
                "TransactItems",
                Shapes.listOf(
                    TransactGetItem.SHAPE,
                    new Constraint.MinLength(1),
                    new Constraint.MaxLength(100))),
            Member.optional("ReturnConsumedCapacity", Shapes.RETURN_CONSUMED_CAPACITY));

    /** Reads items. */
    public static Input of(List<TransactGetItem> items) {
      return new Input(items, null);
    }
  }

  /** The answer. */
  public record Output(
      @Nullable List<ConsumedCapacity> consumedCapacity, @Nullable List<ItemResponse> responses) {
    static final Structure SHAPE =
        Structure.of(
            Output.class,
            Member.optional("ConsumedCapacity", Shapes.listOf(ConsumedCapacity.SHAPE)),
            Member.optional("Responses", Shapes.listOf(ItemResponse.SHAPE)));
  }

  TransactGetItems() {
    super(Input.class, Input.SHAPE, Output.SHAPE);
  }

  @Override
  Output execute(RequestContext context, Input request) {
    ValidationLayer layer = layer(context, request);
    List<Get> gets = new ArrayList<>();
    List<ExpressionParameters> expressions = new ArrayList<>();
    for (TransactGetItem item : Objects.requireNonNull(request.transactItems())) {
      Get get = Objects.requireNonNull(item.get());
      gets.add(get);
      RequestValues.require(get.key(), layer);
      expressions.add(
          ExpressionParameters.builder(layer)
              .lenient()
              .names(get.expressionAttributeNames())
              .projection(get.projectionExpression())
              .build());
    }
    return context
        .engine()
        .read(context, Consistency.STRONG, run -> read(run, request, gets, expressions));
  }

  private static Output read(
      ItemReader run, Input request, List<Get> gets, List<ExpressionParameters> expressions) {
    List<TableRef> tables = new ArrayList<>();
    for (int i = 0; i < gets.size(); i++) {
      TableRef table = run.table(gets.get(i).tableName());
      KeyChecks.scalars(table.definition(), expressions.get(i).nestedPaths());
      tables.add(table);
    }
    List<@Nullable Item> found = run.getAll(checkedKeys(run, tables, gets));
    List<ItemResponse> responses = new ArrayList<>();
    for (int i = 0; i < gets.size(); i++) {
      Item item = found.get(i);
      run.chargeInTransaction(tables.get(i), item);
      responses.add(new ItemResponse(projected(item, expressions.get(i).projection())));
    }
    return new Output(
        ConsumedCapacities.of(
            run.charges().tables(),
            request.returnConsumedCapacity(),
            ConsumedCapacities.Kind.TRANSACTIONAL_READ),
        responses);
  }

  /**
   * The keys of the items; a malformed one cancels the transaction instead of failing the request.
   */
  private static List<RowKey<Item>> checkedKeys(
      ItemReader run, List<TableRef> tables, List<Get> gets) {
    List<RowKey<Item>> keys = new ArrayList<>();
    List<CancellationReason> reasons = new ArrayList<>();
    Set<RowKey<Item>> distinct = new HashSet<>();
    boolean repeated = false;
    for (int i = 0; i < gets.size(); i++) {
      TableRef table = tables.get(i);
      try {
        Item key =
            RequestValues.get(gets.get(i).key(), table.definition(), ValidationLayer.CURRENT);
        KeyChecks.lookUp(table.definition(), key);
        RowKey<Item> rowKey = table.key(key);
        repeated |= !distinct.add(rowKey);
        keys.add(rowKey);
        reasons.add(run.isNextItemHeld() ? TransactionErrors.CONFLICT : CancellationReason.NONE);
      } catch (KeystoneException e) {
        reasons.add(TransactionErrors.reasonOf(e));
      }
    }
    TransactionErrors.cancelUnlessClean(reasons);
    if (repeated) {
      throw TransactionErrors.repeatedItem();
    }
    return keys;
  }

  private static @Nullable Item projected(@Nullable Item item, @Nullable Projection projection) {
    if (item == null || projection == null) {
      return item;
    }
    Item projected = projection.apply(item);
    return projected.isEmpty() ? null : projected;
  }
}
