package io.keystonedb;

import io.keystonedb.internal.model.ConditionCheck;
import io.keystonedb.internal.model.Delete;
import io.keystonedb.internal.model.Get;
import io.keystonedb.internal.model.KeysAndAttributes;
import io.keystonedb.internal.model.Put;
import io.keystonedb.internal.model.TransactGetItem;
import io.keystonedb.internal.model.TransactWriteItem;
import io.keystonedb.internal.model.Update;
import io.keystonedb.internal.model.WriteRequest;
import io.keystonedb.internal.operation.BatchGetItem;
import io.keystonedb.internal.operation.BatchWriteItem;
import io.keystonedb.internal.operation.DeleteItem;
import io.keystonedb.internal.operation.GetItem;
import io.keystonedb.internal.operation.PutItem;
import io.keystonedb.internal.operation.TransactGetItems;
import io.keystonedb.internal.operation.TransactWriteItems;
import io.keystonedb.internal.operation.UpdateItem;
import io.keystonedb.internal.shape.Decoded;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Random calls of the native API on {@link io.keystonedb.testing.JsonTables}, each with the request
 * that says the same with the names of the key attributes. Parts of them are wrong now and then.
 */
final class RandomCalls {
  static final String[] TABLES = {"plain", "sorted", "indexed"};

  private final Random random;

  RandomCalls(Random random) {
    this.random = random;
  }

  /**
   * A call.
   *
   * @param execute makes it
   * @param request the same, for the operation
   * @param answer what the call returns, from the answer of the operation
   */
  record Call<T>(
      String operation,
      String table,
      Function<Table, T> execute,
      Record request,
      Function<Record, T> answer) {
    T execute(Database database) {
      return execute.apply(database.table(table));
    }

    T answer(Record output) {
      return answer.apply(output);
    }

    @Override
    public String toString() {
      return operation + " " + request;
    }
  }

  /** Text of expressions with its names and values, for a builder and for a request. */
  private record Expressions(
      @Nullable String text, Map<String, String> names, Map<String, Value> values) {
    @Nullable Map<String, String> namesOrNull() {
      return names.isEmpty() ? null : names;
    }

    @Nullable Decoded<Item> valuesOrNull() {
      return values.isEmpty() ? null : Decoded.of(Item.copyOf(values));
    }
  }

  Call<?> next() {
    String table = rarely(20) ? "nope" : pick(TABLES);
    return switch (random.nextInt(12)) {
      case 0 -> get(rarely(10) ? "not a name" : table);
      case 1, 2, 3 -> put(table);
      case 4 -> delete(table);
      case 5, 6 -> update(table);
      case 7 -> RandomReads.query(this, table);
      case 8 -> RandomReads.scan(this, table);
      case 9 -> batchGet(table);
      case 10 -> random.nextBoolean() ? batchWrite(table) : transactGet(table);
      default -> transactWrite(table);
    };
  }

  boolean rarely(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  @SafeVarargs
  final <T> T pick(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  // Values

  Value text() {
    return Value.string("t" + random.nextInt(3));
  }

  Value number() {
    return Value.number(random.nextInt(3));
  }

  Value any() {
    return rarely(10) ? nested() : shallow();
  }

  Value shallow() {
    return pick(
        text(),
        number(),
        Value.binary(new byte[] {(byte) random.nextInt(3)}),
        Value.bool(random.nextBoolean()),
        Value.nul(),
        Value.list(text(), number()),
        Value.map(Map.of("k", number())),
        Value.stringSet("a", "b"),
        Value.numberSet(1, 2),
        Value.string(""));
  }

  /** Nested as deep as may be, or one level deeper. */
  private Value nested() {
    Value value = text();
    for (int i = 30 + random.nextInt(3); i > 0; i--) {
      value = Value.list(value);
    }
    return value;
  }

  private Value partition() {
    return rarely(15) ? pick(any(), Value.string("x".repeat(2049))) : text();
  }

  private Value sort() {
    return rarely(15) ? pick(any(), Value.string("x".repeat(1025))) : number();
  }

  private Key key(String table) {
    boolean sorted = !table.equals("plain") && !rarely(20);
    return new Key(partition(), sorted ? sort() : null);
  }

  /** The key under the names of all tables. */
  private static Item named(Key key) {
    Item partition = Item.builder().value("pk", key.partition()).build();
    return key.sort() == null ? partition : partition.with("sk", key.sort());
  }

  private static Decoded<Item> named(Key key, Item item) {
    ItemBuilder named = Item.builder();
    named(key).forEach(named::value);
    item.forEach(named::value);
    return Decoded.of(named.build());
  }

  private Item item() {
    ItemBuilder item = Item.builder();
    for (String name : List.of("a", "b")) {
      if (random.nextBoolean()) {
        item.value(name, any());
      }
    }
    if (random.nextBoolean()) {
      item.value("g", rarely(10) ? any() : text());
    }
    if (random.nextBoolean()) {
      item.value("h", rarely(10) ? any() : number());
    }
    if (rarely(40)) {
      item.string("big", "x".repeat(200_000 + random.nextInt(250_000)));
    }
    return item.build();
  }

  // Single items

  private Call<?> get(String table) {
    Key key = key(table);
    return new Call<>(
        "GetItem",
        table,
        on -> on.get(key),
        GetItem.Input.of(table, Decoded.of(named(key))),
        output -> Optional.ofNullable(((GetItem.Output) output).item()));
  }

  private Call<?> put(String table) {
    Key key = key(table);
    Item item = item();
    return new Call<>(
        "PutItem",
        table,
        on -> on.put(key, item),
        PutItem.Input.of(table, named(key, item)),
        output -> Optional.ofNullable(((PutItem.Output) output).attributes()));
  }

  private Call<?> delete(String table) {
    Key key = key(table);
    return new Call<>(
        "DeleteItem",
        table,
        on -> on.delete(key),
        DeleteItem.Input.of(table, Decoded.of(named(key))),
        output -> Optional.ofNullable(((DeleteItem.Output) output).attributes()));
  }

  private static final String[] UPDATES = {
    "SET a = :v",
    "SET #n = :v REMOVE b",
    "ADD a :v",
    "DELETE b :v",
    "REMOVE a, b",
    "SET g = :v",
    "SET h = :v",
    "SET pk = :v",
    "SET pk.x = :v",
    "SET b[1] = :v",
    "SET a = :missing",
    "SET #missing = :v",
    "SET a = ",
    "SET a = :v, a = :v",
    ""
  };

  private static final String[] CONDITIONS = {
    "attribute_exists(pk)", "attribute_not_exists(a)", "a = :v", "size(b) > :v", "a = ", ""
  };

  private Call<?> update(String table) {
    Key key = key(table);
    Expressions update = expressions(rarely(10) ? null : pick(UPDATES));
    String condition = random.nextBoolean() ? null : pick(CONDITIONS);
    ReturnValue returned = pick(ReturnValue.values());
    return new Call<>(
        "UpdateItem",
        table,
        on -> {
          UpdateBuilder builder = on.update(key).returnValues(returned);
          if (update.text != null) {
            builder.expression(update.text);
          }
          if (condition != null) {
            builder.condition(condition);
          }
          update.names.forEach(builder::name);
          update.values.forEach(builder::value);
          return builder.execute();
        },
        UpdateItem.Input.of(
            table,
            Decoded.of(named(key)),
            returned.name(),
            update.text,
            condition,
            update.namesOrNull(),
            update.valuesOrNull()),
        output -> Optional.ofNullable(((UpdateItem.Output) output).attributes()));
  }

  private Expressions expressions(@Nullable String text) {
    return new Expressions(text, names(text), values(text));
  }

  /** The names that a text needs, seldom others. */
  Map<String, String> names(@Nullable String text) {
    Map<String, String> names = new LinkedHashMap<>();
    if (text != null && text.contains("#n") && !rarely(10)) {
      names.put("#n", "a");
    }
    if (rarely(20)) {
      names.put(pick("#unused", "n", "#", "#n n"), pick("a", ""));
    }
    return names;
  }

  /** The values that a text needs, seldom others. */
  Map<String, Value> values(@Nullable String text) {
    Map<String, Value> values = new LinkedHashMap<>();
    if (text != null && text.contains(":v") && !rarely(10)) {
      values.put(":v", pick(any(), number(), text()));
    }
    if (rarely(20)) {
      values.put(pick(":unused", "v", ":", ":v v"), any());
    }
    return values;
  }

  // Several items

  private <T> List<T> several(Function<Integer, T> maker) {
    List<T> several = new ArrayList<>();
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      several.add(maker.apply(i));
    }
    return several;
  }

  private Call<?> batchGet(String table) {
    List<Key> keys = several(i -> key(table));
    return new Call<>(
        "BatchGetItem",
        table,
        on -> {
          BatchGet batch = on.batchGet();
          keys.forEach(batch::get);
          return batch.execute();
        },
        BatchGetItem.Input.of(
            table, KeysAndAttributes.of(keys.stream().map(key -> Decoded.of(named(key))).toList())),
        output -> ((BatchGetItem.Output) output).responses().get(table));
  }

  /** A write of a batch: a put, or a delete if there is no item. */
  private record Write(Key key, @Nullable Item item) {
    WriteRequest request() {
      return item == null
          ? WriteRequest.delete(Decoded.of(named(key)))
          : WriteRequest.put(named(key, item));
    }
  }

  private Call<?> batchWrite(String table) {
    List<Write> writes = several(i -> new Write(key(table), rarely(3) ? null : item()));
    return new Call<>(
        "BatchWriteItem",
        table,
        on -> {
          BatchWrite batch = on.batchWrite();
          writes.forEach(
              write ->
                  Optional.ofNullable(write.item)
                      .map(item -> batch.put(write.key, item))
                      .orElseGet(() -> batch.delete(write.key)));
          batch.execute();
          return Map.of();
        },
        BatchWriteItem.Input.of(table, writes.stream().map(Write::request).toList()),
        output -> ((BatchWriteItem.Output) output).unprocessedItems());
  }

  private Call<?> transactGet(String table) {
    List<Key> keys = several(i -> key(table));
    return new Call<>(
        "TransactGetItems",
        table,
        on -> {
          TransactGet transaction = on.transactGet();
          keys.forEach(transaction::get);
          return transaction.execute();
        },
        TransactGetItems.Input.of(
            keys.stream()
                .map(key -> new TransactGetItem(Get.of(table, Decoded.of(named(key)))))
                .toList()),
        output ->
            ((TransactGetItems.Output) output)
                .responses().stream()
                    .map(response -> Optional.ofNullable(response.item()))
                    .toList());
  }

  /** An action of a transaction, for the builder and for a request. */
  private record Action(Function<TransactWrite, TransactWrite> add, TransactWriteItem request) {}

  private Call<?> transactWrite(String table) {
    List<Action> actions = several(i -> action(table, key(table)));
    return new Call<>(
        "TransactWriteItems",
        table,
        on -> {
          TransactWrite transaction = on.transactWrite();
          actions.forEach(action -> action.add.apply(transaction));
          transaction.execute();
          return true;
        },
        TransactWriteItems.Input.of(actions.stream().map(Action::request).toList(), null),
        output -> true);
  }

  private Action action(String table, Key key) {
    Decoded<Item> keyItem = Decoded.of(named(key));
    String onFailure = "ALL_OLD";
    String condition = pick(CONDITIONS);
    Map<String, String> names = names(condition);
    Map<String, Value> values = values(condition);
    Expressions given = new Expressions(condition, names, values);
    switch (random.nextInt(4)) {
      case 0 -> {
        return new Action(
            with(given, transaction -> transaction.conditionCheck(key, condition)),
            TransactWriteItem.of(
                new ConditionCheck(
                    keyItem,
                    table,
                    condition,
                    given.namesOrNull(),
                    given.valuesOrNull(),
                    onFailure)));
      }
      case 1 -> {
        return new Action(
            with(given, transaction -> transaction.delete(key).condition(condition)),
            TransactWriteItem.of(
                new Delete(
                    keyItem,
                    table,
                    condition,
                    given.namesOrNull(),
                    given.valuesOrNull(),
                    onFailure)));
      }
      case 2 -> {
        Item item = item();
        return new Action(
            with(given, transaction -> transaction.put(key, item).condition(condition)),
            TransactWriteItem.of(
                new Put(
                    named(key, item),
                    table,
                    condition,
                    given.namesOrNull(),
                    given.valuesOrNull(),
                    onFailure)));
      }
      default -> {
        Expressions update = expressions(pick(UPDATES));
        return new Action(
            with(update, transaction -> transaction.update(key, update.text)),
            TransactWriteItem.of(
                new Update(
                    keyItem,
                    update.text,
                    table,
                    null,
                    update.namesOrNull(),
                    update.valuesOrNull(),
                    onFailure)));
      }
    }
  }

  private static Function<TransactWrite, TransactWrite> with(
      Expressions given, Function<TransactWrite, TransactWrite> add) {
    return transaction -> {
      TransactWrite writes = add.apply(transaction);
      given.names.forEach(writes::name);
      given.values.forEach(writes::value);
      return writes;
    };
  }
}
