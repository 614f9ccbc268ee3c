package io.keystonedb.internal.operation;

import io.keystonedb.internal.engine.ItemCollections;
import io.keystonedb.internal.engine.ItemStore;
import io.keystonedb.internal.engine.RequestContext;
import io.keystonedb.internal.engine.TableRef;
import io.keystonedb.internal.engine.Written;
import io.keystonedb.internal.model.ConsumedCapacity;
import io.keystonedb.internal.model.ItemCollectionMetrics;
import io.keystonedb.internal.model.Shapes;
import io.keystonedb.internal.model.TransactWriteItem;
import io.keystonedb.internal.shape.Constraint;
import io.keystonedb.internal.shape.ContentDigest;
import io.keystonedb.internal.shape.Decoded;
import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Shape;
import io.keystonedb.internal.shape.Structure;
import io.keystonedb.internal.shape.ValidationLayer;
import io.keystonedb.internal.validation.DeclaredConstraints;
import io.keystonedb.internal.validation.DeclaredConstraints.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
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

  private static final String TOKEN = "clientRequestToken";

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

    /**
     * Writes and checks items.
     *
     * @param token by which the request is recognized when it is sent again; null for none
     */
    public static Input of(List<TransactWriteItem> items, @Nullable String token) {
      return new Input(items, null, null, token);
    }
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
  void checkConstraints(Input request, ValidationLayer layer) {
    List<Violation> violations = DeclaredConstraints.violations(input(), request);
    if (!layer.isOlder()) {
      DeclaredConstraints.report(
          violations.stream().filter(each -> each.path().equals(TOKEN)).toList());
    }
    DeclaredConstraints.report(violations, List.of(TOKEN));
  }

  @Override
  Output execute(RequestContext context, Input request) {
    ValidationLayer layer = layer(context, request);
    List<TransactAction> actions = new ArrayList<>();
    for (TransactWriteItem item : Objects.requireNonNull(request.transactItems())) {
      actions.add(TransactAction.of(item, layer));
    }
    if (actions.stream().anyMatch(TransactAction::isPositional)) {
      return context.engine().write(context, store -> runPositional(store, request, actions));
    }
    String digest = digest(request, Decoded::get);
    return context.engine().write(context, store -> run(store, request, actions, digest));
  }

  /** Runs a transaction of the native API, whose keys have names once their tables are known. */
  private Output runPositional(ItemStore store, Input request, List<TransactAction> actions) {
    List<TransactAction> named = actions.stream().map(action -> action.named(store)).toList();
    String digest =
        digest(
            request,
            value ->
                value instanceof PositionalKeyItem positional
                    ? positional.named(store)
                    : value.get());
    return run(store, request, named, digest);
  }

  /** The digest by which the request is recognized; empty if it has no token to be sent with. */
  private static String digest(Input request, Function<Decoded<?>, Object> values) {
    return request.clientRequestToken() == null
        ? ""
        : ContentDigest.of(Input.ITEMS, Objects.requireNonNull(request.transactItems()), values);
  }

  private Output run(ItemStore store, Input request, List<TransactAction> actions, String digest) {
    TransactionRun transaction =
        new TransactionRun(
            name(), actions, () -> checkPayload(actions), request.clientRequestToken(), digest);
    return answer(store, request, actions, transaction.run(store));
  }

  private static void checkPayload(List<TransactAction> actions) {
    long bytes = 0;
    for (TransactAction action : actions) {
      bytes += action.payloadBytes();
    }
    TransactionErrors.checkPayload(bytes);
  }

  private static Output answer(
      ItemStore store, Input request, List<TransactAction> actions, TransactionRun.Result result) {
    return new Output(
        ConsumedCapacities.of(result.charges(), request.returnConsumedCapacity(), result.kind()),
        result.written() == null
            ? null
            : metrics(store, actions, result.written(), request.returnItemCollectionMetrics()));
  }

  private static @Nullable Map<String, List<ItemCollectionMetrics>> metrics(
      ItemStore store,
      List<TransactAction> actions,
      List<Written> written,
      @Nullable String option) {
    Map<String, Set<ItemCollectionMetrics>> metrics = new LinkedHashMap<>();
    for (int i = 0; i < written.size(); i++) {
      TransactAction action = actions.get(i);
      TableRef table = written.get(i).table();
      ItemCollectionMetrics one =
          action.kind() == TransactAction.Kind.CHECK
              ? null
              : ItemCollections.metrics(store.rows(), table.definition(), action.item(), option);
      if (one != null) {
        metrics.computeIfAbsent(table.name(), name -> new LinkedHashSet<>()).add(one);
      }
    }
    Map<String, List<ItemCollectionMetrics>> lists = new LinkedHashMap<>();
    metrics.forEach((table, all) -> lists.put(table, List.copyOf(all)));
    return lists.isEmpty() ? null : lists;
  }
}
