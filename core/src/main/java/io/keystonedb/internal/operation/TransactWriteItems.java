package io.keystonedb.internal.operation;

import io.keystonedb.CancellationReason;
import io.keystonedb.internal.engine.CapacityMeter;
import io.keystonedb.internal.engine.Engine;
import io.keystonedb.internal.engine.RequestContext;
import io.keystonedb.internal.engine.TableDefinition;
import io.keystonedb.internal.engine.Tables;
import io.keystonedb.internal.engine.TransactionTokens;
import io.keystonedb.internal.model.ConsumedCapacity;
import io.keystonedb.internal.model.ItemCollectionMetrics;
import io.keystonedb.internal.model.Shapes;
import io.keystonedb.internal.model.TransactWriteItem;
import io.keystonedb.internal.shape.Constraint;
import io.keystonedb.internal.shape.ContentDigest;
import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Shape;
import io.keystonedb.internal.shape.Structure;
import io.keystonedb.storage.Txn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes and checks up to 100 items, all or none.
 *
 * <p>Order of checks: declared constraints, form of the actions and their values, expressions,
 * token, tables, keys and items, items named twice, total size; then all actions on the items as
 * they are.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html">TransactWriteItems</a>
 */
public final class TransactWriteItems
    extends Operation<TransactWriteItems.Input, TransactWriteItems.Output> {

  /** The request. */
  public record Input(
      @Nullable List<TransactWriteItem> transactItems,
      @Nullable String returnConsumedCapacity,
      @Nullable String returnItemCollectionMetrics,
      @Nullable String clientRequestToken) {
    private static final Shape ITEMS =
        Shapes.listOf(
            TransactWriteItem.SHAPE, new Constraint.MinLength(1), new Constraint.MaxLength(100));

    static final Structure SHAPE =
        Structure.of(
            Input.class,
            Member.required("TransactItems", ITEMS),
            Member.optional("ReturnConsumedCapacity", Shapes.RETURN_CONSUMED_CAPACITY),
            Member.optional("ReturnItemCollectionMetrics", Shapes.RETURN_ITEM_COLLECTION_METRICS),
            Member.optional(
                "ClientRequestToken",
                new Shape.Text(
                    List.of(new Constraint.MinLength(1), new Constraint.MaxLength(36)))));
  }

  /** The answer. */
  public record Output(
      @Nullable List<ConsumedCapacity> consumedCapacity,
      @Nullable Map<String, List<ItemCollectionMetrics>> itemCollectionMetrics) {
    static final Structure SHAPE =
        Structure.of(
            Output.class,
            Member.optional("ConsumedCapacity", Shapes.listOf(ConsumedCapacity.SHAPE)),
            Member.optional(
                "ItemCollectionMetrics", Shapes.mapOf(Shapes.listOf(ItemCollectionMetrics.SHAPE))));
  }

  TransactWriteItems() {
    super(Input.class, Input.SHAPE, Output.SHAPE);
  }

  @Override
  Output execute(RequestContext context, Input request) {
    Engine engine = context.engine();
    List<TransactAction> actions = new ArrayList<>();
    for (TransactWriteItem item : Objects.requireNonNull(request.transactItems())) {
      actions.add(TransactAction.of(item));
    }
    long now = engine.clock().millis();
    String digest =
        request.clientRequestToken() == null
            ? ""
            : ContentDigest.of(Input.ITEMS, request.transactItems());
    return engine.write(txn -> write(engine, txn, request, actions, digest, now));
  }

  private Output write(
      Engine engine,
      Txn txn,
      Input request,
      List<TransactAction> actions,
      String digest,
      long now) {
    TransactionTokens tokens = new TransactionTokens(txn, name(), now);
    String token = request.clientRequestToken();
    if (token != null) {
      TransactionTokens.Entry earlier = tokens.find(token);
      if (earlier != null) {
        return new Output(
            TransactionReplay.charge(engine, earlier, digest, request.returnConsumedCapacity()),
            null);
      }
    }
    List<PlannedAction> planned = plan(txn, actions);
    List<CancellationReason> reasons = new ArrayList<>();
    for (PlannedAction action : planned) {
      reasons.add(engine.conflicts().next() ? TransactionErrors.CONFLICT : action.run());
    }
    TransactionErrors.cancelUnlessClean(reasons);

    TransactionReplay replay = new TransactionReplay();
    for (PlannedAction action : planned) {
      action.write(engine, txn);
      action.count(replay);
    }
    if (token != null) {
      tokens.remember(token, digest, replay.units());
    }
    return answer(txn, request, planned);
  }

  private static List<PlannedAction> plan(Txn txn, List<TransactAction> actions) {
    List<TableDefinition> tables = new ArrayList<>();
    for (TransactAction action : actions) {
      tables.add(Tables.require(txn, action.tableName()));
    }
    List<PlannedAction> planned = new ArrayList<>();
    Set<RowKey> distinct = new HashSet<>();
    boolean repeated = false;
    long bytes = 0;
    for (int i = 0; i < actions.size(); i++) {
      PlannedAction action = PlannedAction.of(txn, tables.get(i), actions.get(i));
      RowKey rowKey = action.rowKey();
      repeated |= rowKey != null && !distinct.add(rowKey);
      bytes += action.requestBytes();
      planned.add(action);
    }
    if (repeated) {
      throw TransactionErrors.repeatedItem();
    }
    TransactionErrors.checkTotalSize(bytes);
    return planned;
  }

  private static Output answer(Txn txn, Input request, List<PlannedAction> planned) {
    Map<String, CapacityMeter> meters = new LinkedHashMap<>();
    Map<String, Set<ItemCollectionMetrics>> metrics = new LinkedHashMap<>();
    for (PlannedAction action : planned) {
      action.count(meters.computeIfAbsent(action.tableName(), CapacityMeter::new));
      ItemCollectionMetrics one = action.metrics(txn, request.returnItemCollectionMetrics());
      if (one != null) {
        metrics.computeIfAbsent(action.tableName(), table -> new LinkedHashSet<>()).add(one);
      }
    }
    Map<String, List<ItemCollectionMetrics>> lists = new LinkedHashMap<>();
    metrics.forEach((table, all) -> lists.put(table, List.copyOf(all)));
    return new Output(
        CapacityMeter.reports(
            meters.values(),
            request.returnConsumedCapacity(),
            CapacityMeter.Kind.TRANSACTIONAL_WRITE),
        lists.isEmpty() ? null : lists);
  }
}
