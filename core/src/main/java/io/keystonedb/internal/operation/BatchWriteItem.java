package io.keystonedb.internal.operation;

import io.keystonedb.Item;
import io.keystonedb.KeystoneException;
import io.keystonedb.internal.engine.CapacityMeter;
import io.keystonedb.internal.engine.Engine;
import io.keystonedb.internal.engine.ItemCollections;
import io.keystonedb.internal.engine.ItemWriter;
import io.keystonedb.internal.engine.KeyChecks;
import io.keystonedb.internal.engine.RequestContext;
import io.keystonedb.internal.engine.RowKeys;
import io.keystonedb.internal.engine.TableDefinition;
import io.keystonedb.internal.engine.Tables;
import io.keystonedb.internal.model.ConsumedCapacity;
import io.keystonedb.internal.model.ItemCollectionMetrics;
import io.keystonedb.internal.model.Shapes;
import io.keystonedb.internal.model.WriteRequest;
import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import io.keystonedb.internal.validation.DeclaredConstraints;
import io.keystonedb.storage.Txn;
import java.util.ArrayList;
import java.util.Collection;
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
  void checkConstraints(Input request) {
    Map<String, List<WriteRequest>> tables = request.requestItems();
    if (tables == null || tables.isEmpty()) {
      throw KeystoneException.validation(
          "The requestItems parameter is required for BatchWriteItem");
    }
    super.checkConstraints(request);
    int total = 0;
    for (Map.Entry<String, List<WriteRequest>> entry : tables.entrySet()) {
      int writes = entry.getValue().size();
      if (writes == 0) {
        throw KeystoneException.validation(
            "1 validation error detected: Value at 'requestItems."
                + entry.getKey()
                + ".member' failed to satisfy constraint: Member must have length greater than or equal to 1");
      }
      if (writes > MAX_WRITES) {
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
    Engine engine = context.engine();
    Map<String, List<WriteRequest>> tables = Objects.requireNonNull(request.requestItems());
    tables.values().forEach(writes -> writes.forEach(BatchWriteItem::checkForm));
    return engine.write(txn -> write(engine, txn, request, tables));
  }

  /** All values are read before the first key is looked at. */
  private static void checkNumbersAndNesting(WriteRequest write) {
    RequestValues.get(
        write.putRequest() != null
            ? write.putRequest().item()
            : Objects.requireNonNull(write.deleteRequest()).key());
  }

  private static void checkForm(WriteRequest write) {
    if (write.putRequest() != null && write.deleteRequest() != null) {
      throw KeystoneException.validation(
          "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes");
    }
    if (write.putRequest() == null && write.deleteRequest() == null) {
      throw KeystoneException.validation(
          "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes");
    }
    RequestValues.checkForm(
        write.putRequest() != null
            ? write.putRequest().item()
            : Objects.requireNonNull(write.deleteRequest()).key(),
        "");
  }

  /** One write, checked. */
  private record Planned(
      TableDefinition table, RowKey rowKey, Item key, @Nullable Item item, WriteRequest request) {}

  private static Output write(
      Engine engine, Txn txn, Input request, Map<String, List<WriteRequest>> tables) {
    Map<String, TableDefinition> definitions = new LinkedHashMap<>();
    tables.keySet().forEach(name -> definitions.put(name, Tables.require(txn, name)));
    tables.values().forEach(writes -> writes.forEach(BatchWriteItem::checkNumbersAndNesting));
    Map<String, List<Planned>> planned = new LinkedHashMap<>();
    tables.forEach(
        (name, writes) ->
            planned.put(name, plan(Objects.requireNonNull(definitions.get(name)), writes)));

    Map<String, List<WriteRequest>> unprocessed = setAside(engine, planned);
    List<ConsumedCapacity> capacities = new ArrayList<>();
    Map<String, List<ItemCollectionMetrics>> metrics = new LinkedHashMap<>();
    planned.forEach(
        (name, writes) -> {
          CapacityMeter meter = new CapacityMeter(name);
          for (Planned write : writes) {
            Item before = (Item) txn.get(write.rowKey().bytes());
            ItemWriter.write(
                engine, txn, write.table(), write.rowKey().bytes(), before, write.item());
            meter.addWrite(write.table(), before, write.item(), 1);
          }
          addIfNotNull(
              capacities, meter.report(request.returnConsumedCapacity(), CapacityMeter.Kind.PLAIN));
          addMetrics(txn, request, name, writes, metrics);
        });
    return new Output(
        unprocessed, metrics.isEmpty() ? null : metrics, capacities.isEmpty() ? null : capacities);
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
      Engine engine, Map<String, List<Planned>> planned) {
    Map<String, List<WriteRequest>> unprocessed = new LinkedHashMap<>();
    planned.forEach(
        (name, writes) ->
            writes.removeIf(
                write -> {
                  boolean held = engine.conflicts().next();
                  if (held) {
                    unprocessed
                        .computeIfAbsent(name, table -> new ArrayList<>())
                        .add(write.request());
                  }
                  return held;
                }));
    planned.values().removeIf(List::isEmpty);
    return unprocessed;
  }

  private static List<Planned> plan(TableDefinition table, List<WriteRequest> writes) {
    List<Planned> planned = new ArrayList<>();
    Set<Item> keys = new HashSet<>();
    for (WriteRequest write : writes) {
      Planned one = plan(table, write);
      if (!keys.add(one.key())) {
        throw KeystoneException.validation("Provided list of item keys contains duplicates");
      }
      planned.add(one);
    }
    return planned;
  }

  private static Planned plan(TableDefinition table, WriteRequest write) {
    if (write.putRequest() == null) {
      Item key = RequestValues.get(Objects.requireNonNull(write.deleteRequest()).key());
      KeyChecks.lookUp(table, key);
      return new Planned(table, new RowKey(RowKeys.row(table, key)), key, null, write);
    }
    Item item = RequestValues.get(write.putRequest().item());
    if (KeyChecks.hasKeyOfOtherType(table, item)) {
      throw KeystoneException.validation(KeyChecks.NO_MATCH);
    }
    KeyChecks.putItem(table, item);
    return new Planned(
        table, new RowKey(RowKeys.row(table, item)), KeyChecks.keyOf(table, item), item, write);
  }

  private static void addMetrics(
      Txn txn,
      Input request,
      String name,
      List<Planned> writes,
      Map<String, List<ItemCollectionMetrics>> metrics) {
    Set<ItemCollectionMetrics> distinct = new LinkedHashSet<>();
    for (Planned write : writes) {
      addIfNotNull(
          distinct,
          ItemCollections.metrics(
              txn, write.table(), write.key(), request.returnItemCollectionMetrics()));
    }
    if (!distinct.isEmpty()) {
      metrics.put(name, List.copyOf(distinct));
    }
  }

  private static <T> void addIfNotNull(Collection<T> all, @Nullable T one) {
    if (one != null) {
      all.add(one);
    }
  }
}
