package io.keystonedb.internal.operation;

import io.keystonedb.Item;
import io.keystonedb.KeystoneException;
import io.keystonedb.internal.engine.ItemCollections;
import io.keystonedb.internal.engine.ItemStore;
import io.keystonedb.internal.engine.ItemTarget;
import io.keystonedb.internal.engine.ItemWrite;
import io.keystonedb.internal.engine.KeyChecks;
import io.keystonedb.internal.engine.RequestContext;
import io.keystonedb.internal.engine.RowKey;
import io.keystonedb.internal.engine.StoredItem;
import io.keystonedb.internal.engine.TableDefinition;
import io.keystonedb.internal.engine.TableRef;
import io.keystonedb.internal.model.ConsumedCapacity;
import io.keystonedb.internal.model.ItemCollectionMetrics;
import io.keystonedb.internal.model.Shapes;
import io.keystonedb.internal.model.WriteRequest;
import io.keystonedb.internal.shape.Decoded;
import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import io.keystonedb.internal.shape.ValidationLayer;
import io.keystonedb.internal.validation.DeclaredConstraints;
import io.keystonedb.internal.validation.DeclaredConstraints.Violation;
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
 * Puts and deletes up to 25 items, each on its own, in one or more tables.
 *
 * <p>Order of checks: declared constraints, form of the values, tables, keys and sizes, duplicate
 * keys; nothing is written unless all are right.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html">BatchWriteItem</a>
 */
public final class BatchWriteItem extends Operation<BatchWriteItem.Input, BatchWriteItem.Output> {

  /** The request. */
  public record Input(
      @Nullable Map<String, List<WriteRequest>> requestItems,
      @Nullable String returnConsumedCapacity,
      @Nullable String returnItemCollectionMetrics) {
    static final Structure SHAPE =
        Structure.of(
            Input.class,
            Member.optional("RequestItems", Shapes.byTable(Shapes.listOf(WriteRequest.SHAPE))),
            Member.optional("ReturnConsumedCapacity", Shapes.RETURN_CONSUMED_CAPACITY),
            Member.optional("ReturnItemCollectionMetrics", Shapes.RETURN_ITEM_COLLECTION_METRICS));

    /** Writes to one table. */
    public static Input of(String tableName, List<WriteRequest> writes) {
      return new Input(Map.of(tableName, writes), null, null);
    }
  }

  /** The answer. */
  public record Output(
      @Nullable Map<String, List<WriteRequest>> unprocessedItems,
      @Nullable Map<String, List<ItemCollectionMetrics>> itemCollectionMetrics,
      @Nullable List<ConsumedCapacity> consumedCapacity) {
    static final Structure SHAPE =
        Structure.of(
            Output.class,
            Member.optional("UnprocessedItems", Shapes.mapOf(Shapes.listOf(WriteRequest.SHAPE))),
            Member.optional(
                "ItemCollectionMetrics", Shapes.mapOf(Shapes.listOf(ItemCollectionMetrics.SHAPE))),
            Member.optional("ConsumedCapacity", Shapes.listOf(ConsumedCapacity.SHAPE)));
  }

  BatchWriteItem() {
    super(Input.class, Input.SHAPE, Output.SHAPE);
  }

  private static final int MAX_WRITES = 25;

  @Override
  void checkConstraints(Input request, ValidationLayer layer) {
    Map<String, List<WriteRequest>> tables = request.requestItems();
    if (tables == null || tables.isEmpty()) {
      throw KeystoneException.validation(
          "The requestItems parameter is required for BatchWriteItem");
    }
    List<Violation> violations = DeclaredConstraints.violations(input(), request);
    // Options are reported alone, before anything that is wrong with the requests (observed).
    DeclaredConstraints.report(
        violations.stream().filter(each -> !each.path().startsWith("requestItems")).toList());
    DeclaredConstraints.report(violations);
    int total = 0;
    for (List<WriteRequest> ofTable : tables.values()) {
      int writes = ofTable.size();
      if (writes == 0 || writes > MAX_WRITES) {
        throw KeystoneException.validation(
            DeclaredConstraints.textOf(
                input().members().get(0),
                tables,
                "Map value must satisfy constraint: [Member must have length less than or equal to 25, Member must have length greater than or equal to 1]"));
      }
      total += writes;
    }
    if (total > MAX_WRITES) {
      throw KeystoneException.validation("Too many items requested for the BatchWriteItem call");
    }
  }

  @Override
  Output execute(RequestContext context, Input request) {
    Map<String, List<WriteRequest>> tables = Objects.requireNonNull(request.requestItems());
    ValidationLayer layer = layer(context, request);
    tables.values().forEach(writes -> writes.forEach(write -> checkForm(write, layer)));
    return context.engine().write(context, store -> write(store, request, tables, layer));
  }

  private static void checkForm(WriteRequest write, ValidationLayer layer) {
    if (write.putRequest() != null && write.deleteRequest() != null) {
      throw KeystoneException.validation(
          "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes");
    }
    if (write.putRequest() == null && write.deleteRequest() == null) {
      throw KeystoneException.validation(
          "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes");
    }
    RequestValues.checkForm(keyOrItem(write), layer);
  }

  private static @Nullable Decoded<Item> keyOrItem(WriteRequest write) {
    return write.putRequest() != null
        ? write.putRequest().item()
        : Objects.requireNonNull(write.deleteRequest()).key();
  }

  /**
   * One write of a batch.
   *
   * @param keyOrItem the item that is put, or the key of the one that is deleted
   */
  private record Write(String table, WriteRequest request, Item keyOrItem) implements ItemWrite {
    @Override
    public ItemTarget locate(TableRef ref) {
      TableDefinition definition = ref.definition();
      if (request.putRequest() == null) {
        KeyChecks.lookUp(definition, keyOrItem);
        return new Target(ref.key(keyOrItem), null);
      }
      if (KeyChecks.isKeyWrong(definition, keyOrItem)) {
        throw KeystoneException.validation(KeyChecks.NO_MATCH);
      }
      KeyChecks.putItem(definition, keyOrItem);
      return new Target(ref.key(keyOrItem), keyOrItem);
    }
  }

  /** The item of a write: put, or deleted if it is null. */
  private record Target(RowKey<Item> key, @Nullable Item item) implements ItemTarget {
    @Override
    public Decision decide(@Nullable Item before) {
      return Decision.store(item);
    }
  }

  /** A write with the item that it is about. */
  private record Planned(Write write, StoredItem stored) {}

  private static Output write(
      ItemStore store,
      Input request,
      Map<String, List<WriteRequest>> tables,
      ValidationLayer layer) {
    Map<String, TableRef> found = new LinkedHashMap<>();
    tables.keySet().forEach(name -> found.put(name, store.table(name)));
    // All values are read before the first key is looked at.
    Map<String, List<Write>> read = new LinkedHashMap<>();
    found.forEach(
        (name, table) ->
            read.put(name, read(table, Objects.requireNonNull(tables.get(name)), layer)));
    Map<String, List<Planned>> planned = new LinkedHashMap<>();
    found.forEach(
        (name, table) ->
            planned.put(name, plan(store, table, Objects.requireNonNull(read.get(name)))));

    Map<String, List<WriteRequest>> unprocessed = setAside(store, planned);
    Map<String, List<ItemCollectionMetrics>> metrics = new LinkedHashMap<>();
    planned.forEach(
        (name, writes) -> {
          writes.forEach(one -> store.write(one.stored(), store.decide(one.stored()), 1));
          addMetrics(store, request, name, writes, metrics);
        });
    return new Output(
        unprocessed,
        metrics.isEmpty() ? null : metrics,
        ConsumedCapacities.of(
            store.charges().tables(),
            request.returnConsumedCapacity(),
            ConsumedCapacities.Kind.PLAIN));
  }

  /**
   * Takes out the writes of items that a transaction holds. Each write of a batch conflicts on its
   * own, and the operation has no error for it: what can't be written now is unprocessed.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html#transaction-isolation">Isolation
   *     levels</a>
   */
  private static Map<String, List<WriteRequest>> setAside(
      ItemStore store, Map<String, List<Planned>> planned) {
    Map<String, List<WriteRequest>> unprocessed = new LinkedHashMap<>();
    planned.forEach(
        (name, writes) ->
            writes.removeIf(
                one -> {
                  boolean held = store.isNextItemHeld();
                  if (held) {
                    unprocessed
                        .computeIfAbsent(name, table -> new ArrayList<>())
                        .add(one.write().request());
                  }
                  return held;
                }));
    planned.values().removeIf(List::isEmpty);
    return unprocessed;
  }

  private static List<Write> read(
      TableRef table, List<WriteRequest> requests, ValidationLayer layer) {
    List<Write> writes = new ArrayList<>(requests.size());
    for (WriteRequest request : requests) {
      Item keyOrItem = RequestValues.get(keyOrItem(request), table.definition(), layer);
      writes.add(new Write(table.name(), request, keyOrItem));
    }
    return writes;
  }

  private static List<Planned> plan(ItemStore store, TableRef table, List<Write> writes) {
    List<Planned> planned = new ArrayList<>();
    Set<RowKey<Item>> keys = new HashSet<>();
    for (Write write : writes) {
      StoredItem stored = store.find(table, write);
      if (!keys.add(stored.target().key())) {
        throw KeystoneException.validation("Provided list of item keys contains duplicates");
      }
      planned.add(new Planned(write, stored));
    }
    return planned;
  }

  private static void addMetrics(
      ItemStore store,
      Input request,
      String name,
      List<Planned> writes,
      Map<String, List<ItemCollectionMetrics>> metrics) {
    Set<ItemCollectionMetrics> distinct = new LinkedHashSet<>();
    for (Planned one : writes) {
      ItemCollectionMetrics metric =
          ItemCollections.metrics(
              store.rows(),
              one.stored().table().definition(),
              one.write().keyOrItem(),
              request.returnItemCollectionMetrics());
      if (metric != null) {
        distinct.add(metric);
      }
    }
    if (!distinct.isEmpty()) {
      metrics.put(name, List.copyOf(distinct));
    }
  }
}
