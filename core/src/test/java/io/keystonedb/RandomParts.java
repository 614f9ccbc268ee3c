package io.keystonedb;

import io.keystonedb.internal.shape.Decoded;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Random parts of requests about {@link io.keystonedb.testing.JsonTables}, wrong now and then. */
final class RandomParts {
  static final String[] UPDATES = {
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

  static final String[] CONDITIONS = {
    "attribute_exists(pk)", "attribute_not_exists(a)", "a = :v", "size(b) > :v", "a = ", ""
  };

  private final Random random;

  RandomParts(Random random) {
    this.random = random;
  }

  boolean rarely(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  @SafeVarargs
  final <T> T pick(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

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

  Value partition() {
    return rarely(15) ? pick(any(), Value.string("x".repeat(2049))) : text();
  }

  Value sort() {
    return rarely(15) ? pick(any(), Value.string("x".repeat(1025))) : number();
  }

  Key key(String table) {
    boolean sorted = !table.equals("plain") && !rarely(20);
    return new Key(partition(), sorted ? sort() : null);
  }

  /** The key under the names of all tables. */
  static Item named(Key key) {
    Item partition = Item.builder().value("pk", key.partition()).build();
    return key.sort() == null ? partition : partition.with("sk", key.sort());
  }

  static Decoded<Item> named(Key key, Item item) {
    ItemBuilder named = Item.builder();
    named(key).forEach(named::value);
    item.forEach(named::value);
    return Decoded.of(named.build());
  }

  Item item() {
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

  /** Text of expressions with its names and values, for a builder and for a request. */
  record Expressions(@Nullable String text, Map<String, String> names, Map<String, Value> values) {
    @Nullable Map<String, String> namesOrNull() {
      return names.isEmpty() ? null : names;
    }

    @Nullable Decoded<Item> valuesOrNull() {
      return values.isEmpty() ? null : Decoded.of(Item.copyOf(values));
    }
  }

  Expressions expressions(@Nullable String text) {
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

  <T> List<T> several(Supplier<T> maker) {
    List<T> several = new ArrayList<>();
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      several.add(maker.get());
    }
    return several;
  }
}
