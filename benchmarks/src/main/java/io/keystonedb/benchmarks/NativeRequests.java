package io.keystonedb.benchmarks;

import io.keystonedb.BatchWrite;
import io.keystonedb.Item;
import io.keystonedb.ItemBuilder;
import io.keystonedb.Key;
import io.keystonedb.Query;
import io.keystonedb.Table;
import io.keystonedb.TransactWrite;
import io.keystonedb.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The calls of {@link Requests} in the native API, made beforehand in the same way. */
final class NativeRequests {
  private final Random random = new Random(42);
  private final Table table;
  private final int items;

  NativeRequests(Table table, int items) {
    this.table = table;
    this.items = items;
  }

  private int order() {
    return random.nextInt(items);
  }

  /** Calls of one kind, to be made any number of times. */
  List<Supplier<?>> calls(OperationBenchmark.Call call) {
    return switch (call) {
      case GET -> list(16_384, i -> get(key(order())));
      case PUT -> list(16_384, i -> put(order(), i));
      case UPDATE -> list(16_384, i -> update(key(order()), i));
      case QUERY_10 -> list(16_384, i -> query(order()));
      case BATCH_WRITE_25 -> list(512, this::batch);
      case TRANSACT_WRITE_2 -> list(8_192, this::transaction);
    };
  }

  private static List<Supplier<?>> list(int count, IntFunction<Supplier<?>> maker) {
    List<Supplier<?>> calls = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      calls.add(maker.apply(i));
    }
    return calls;
  }

  private Supplier<?> get(Key key) {
    return () -> table.get(key);
  }

  private Supplier<?> put(int order, int version) {
    Key key = key(order);
    Item item = item(order, version);
    return () -> table.put(key, item);
  }

  /** Sets a text and adds to a number. */
  private Supplier<?> update(Key key, int i) {
    return table
            .update(key)
            .expression("SET #s = :s ADD purchases :one")
            .name("#s", "status")
            .value(":s", Value.string(i % 2 == 0 ? "SHIPPED" : "PENDING"))
            .value(":one", Value.number(1))
        ::execute;
  }

  /** Finds the ten orders of a customer. */
  private Supplier<?> query(int order) {
    Query query = Query.of(Orders.customer(order).s()).skBeginsWith("order#");
    return () -> table.query(query);
  }

  private Supplier<?> batch(int i) {
    int first = order();
    BatchWrite batch = table.batchWrite();
    for (int n = 0; n < 25; n++) {
      int order = (first + 37 * n) % items;
      batch.put(key(order), item(order, i));
    }
    return () -> {
      batch.execute();
      return batch;
    };
  }

  /** Puts one item and updates another if it exists. */
  private Supplier<?> transaction(int i) {
    int first = order();
    TransactWrite transaction =
        table
            .transactWrite()
            .put(key(first), item(first, i))
            .update(key((first + 1) % items), "ADD purchases :one")
            .condition("attribute_exists(pk)")
            .value(":one", Value.number(1));
    return () -> {
      transaction.execute();
      return transaction;
    };
  }

  private static Key key(int order) {
    Map<String, AttributeValue> key = Orders.key(order);
    return Key.of(key.get("pk").s(), key.get("sk").s());
  }

  /** The attributes beside the key. */
  private static Item item(int order, int version) {
    ItemBuilder item = Item.builder();
    Orders.item(order, version)
        .forEach(
            (name, value) -> {
              if (!name.equals("pk") && !name.equals("sk")) {
                item.value(name, value(value));
              }
            });
    return item.build();
  }

  private static Value value(AttributeValue value) {
    if (value.n() != null) {
      return Value.number(value.n());
    }
    return value.bool() != null ? Value.bool(value.bool()) : Value.string(value.s());
  }
}
