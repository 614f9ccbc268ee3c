package io.keystonedb.internal.operation;

import io.keystonedb.Item;
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
    ValidationLayer layer = layer(context);
    List<TransactAction> actions = new ArrayList<>();
    for (TransactWriteItem item : Objects.requireNonNull(request.transactItems())) {
      actions.add(TransactAction.of(item, layer));
    }
    String token = request.clientRequestToken();
    String digest = token == null ? "" : ContentDigest.of(Input.ITEMS, request.transactItems());
    TransactionRun transaction =
        new TransactionRun(name(), actions, () -> checkPayload(request), token, digest);
    return context
        .engine()
        .write(context, store -> answer(store, request, actions, transaction.run(store)));
  }

  /** What counts is what the request carries, and not what is stored. */
  private static void checkPayload(Input request) {
    long bytes = 0;
    for (TransactWriteItem item : Objects.requireNonNull(request.transactItems())) {
      if (item.put() != null) {
        bytes += bytes(item.put().item()) + bytes(item.put().expressionAttributeValues());
      } else if (item.update() != null) {
        bytes += bytes(item.update().key()) + bytes(item.update().expressionAttributeValues());
      } else if (item.delete() != null) {
        bytes += bytes(item.delete().key()) + bytes(item.delete().expressionAttributeValues());
      } else if (item.conditionCheck() != null) {
        bytes +=
            bytes(item.conditionCheck().key())
                + bytes(item.conditionCheck().expressionAttributeValues());
      }
    }
    TransactionErrors.checkPayload(bytes);
  }

  private static long bytes(@Nullable Decoded<Item> values) {
    return values == null ? 0 : values.get().sizeBytes();
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
              : ItemCollections.metrics(
                  store.reader(), table.definition(), action.keyOrItem(), option);
      if (one != null) {
        metrics.computeIfAbsent(table.name(), name -> new LinkedHashSet<>()).add(one);
      }
    }
    Map<String, List<ItemCollectionMetrics>> lists = new LinkedHashMap<>();
    metrics.forEach((table, all) -> lists.put(table, List.copyOf(all)));
    return lists.isEmpty() ? null : lists;
  }
}
