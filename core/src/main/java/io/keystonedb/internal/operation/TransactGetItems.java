package io.keystonedb.internal.operation;

import io.keystonedb.CancellationReason;
import io.keystonedb.Item;
import io.keystonedb.KeystoneException;
import io.keystonedb.internal.engine.CapacityMeter;
import io.keystonedb.internal.engine.Engine;
import io.keystonedb.internal.engine.KeyChecks;
import io.keystonedb.internal.engine.RowKeys;
import io.keystonedb.internal.engine.TableDefinition;
import io.keystonedb.internal.engine.Tables;
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
import io.keystonedb.storage.Reader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  Output execute(Engine engine, Input request) {
    List<Get> gets = new ArrayList<>();
    List<ExpressionParameters> expressions = new ArrayList<>();
    for (TransactGetItem item : Objects.requireNonNull(request.transactItems())) {
      Get get = Objects.requireNonNull(item.get());
      gets.add(get);
      RequestValues.checkForm(get.key(), "");
      expressions.add(
          ExpressionParameters.builder(false)
              .lenient()
              .names(get.expressionAttributeNames())
              .projection(get.projectionExpression())
              .build());
    }
    return engine.read(reader -> read(engine, reader, request, gets, expressions));
  }

  private static Output read(
      Engine engine,
      Reader reader,
      Input request,
      List<Get> gets,
      List<ExpressionParameters> expressions) {
    List<TableDefinition> tables = new ArrayList<>();
    for (int i = 0; i < gets.size(); i++) {
      TableDefinition table = Tables.require(reader, gets.get(i).tableName());
      KeyChecks.scalars(table, expressions.get(i).nestedPaths());
      tables.add(table);
    }
    List<@Nullable Object> found = reader.getAll(checkedKeys(engine, tables, gets));
    Map<String, CapacityMeter> meters = new LinkedHashMap<>();
    List<ItemResponse> responses = new ArrayList<>();
    for (int i = 0; i < gets.size(); i++) {
      Item item = (Item) found.get(i);
      meters
          .computeIfAbsent(gets.get(i).tableName(), CapacityMeter::new)
          .addTable(2 * CapacityMeter.readUnits(item == null ? 0 : item.sizeBytes(), true));
      responses.add(new ItemResponse(projected(item, expressions.get(i).projection())));
    }
    return new Output(
        CapacityMeter.reports(
            meters.values(),
            request.returnConsumedCapacity(),
            CapacityMeter.Kind.TRANSACTIONAL_READ),
        responses);
  }

  /**
   * The keys in the store. A malformed one cancels the transaction instead of failing the request.
   */
  private static List<byte[]> checkedKeys(
      Engine engine, List<TableDefinition> tables, List<Get> gets) {
    List<byte[]> keys = new ArrayList<>();
    List<CancellationReason> reasons = new ArrayList<>();
    Set<RowKey> distinct = new HashSet<>();
    boolean repeated = false;
    for (int i = 0; i < gets.size(); i++) {
      try {
        Item key = RequestValues.get(gets.get(i).key());
        KeyChecks.lookUp(tables.get(i), key);
        byte[] rowKey = RowKeys.row(tables.get(i), key);
        repeated |= !distinct.add(new RowKey(rowKey));
        keys.add(rowKey);
        reasons.add(
            engine.conflicts().next() ? TransactionErrors.CONFLICT : CancellationReason.NONE);
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
