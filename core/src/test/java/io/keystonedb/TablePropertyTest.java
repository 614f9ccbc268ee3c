package io.keystonedb;

import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.testing.Databases;
import io.keystonedb.testing.RandomCases;
import io.keystonedb.testing.TableInvariants;
import io.keystonedb.testing.TestStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Random writes against a map, with the invariants of indexes and streams after each run. */
class TablePropertyTest {
  @RegisterExtension final Databases databases = new Databases();

  private static final TableSchema SCHEMA =
      TableSchema.create()
          .partitionKey("pk")
          .sortKey("sk", ValueType.N)
          .globalIndex(GlobalSecondaryIndex.of("all", "g").sortKey("h", ValueType.N))
          .globalIndex(GlobalSecondaryIndex.of("keys", "g").keysOnly())
          .globalIndex(
              GlobalSecondaryIndex.of("many", "g")
                  .partitionKey("h", ValueType.N)
                  .sortKey("a")
                  .sortKey("b")
                  .include("c"))
          .localIndex(LocalSecondaryIndex.of("local", "h", ValueType.N).include("a"))
          .ttl("h")
          .stream(StreamView.NEW_AND_OLD_IMAGES);

  @Test
  void writesOfAllKindsLeaveTableIndexesAndStreamInStep() {
    RandomCases.check(
        60,
        random -> {
          Database db = Database.on(TestStore.open());
          Table table = db.createTable("things", SCHEMA);
          Map<Key, Item> model = new HashMap<>();
          for (int i = 0; i < 60; i++) {
            write(random, table, model);
          }
          assertThat(table.scan(Scan.create()).items())
              .containsExactlyInAnyOrderElementsOf(model.values());
          TableInvariants.check(db.engine());
        });
  }

  private static void write(Random random, Table table, Map<Key, Item> model) {
    Key key = Key.of(Value.string("p" + random.nextInt(3)), Value.number(random.nextInt(4)));
    switch (random.nextInt(4)) {
      case 0, 1 -> {
        Item item = item(random);
        table.put(key, item);
        ItemBuilder whole = Item.builder();
        keyItem(key).forEach(whole::value);
        item.forEach(whole::value);
        model.put(key, whole.build());
      }
      case 2 -> {
        table.delete(key);
        model.remove(key);
      }
      default -> {
        String attribute = random.nextBoolean() ? "g" : "a";
        Value value = Value.string("v" + random.nextInt(3));
        table
            .update(key)
            .expression("SET #x = :v REMOVE b")
            .name("#x", attribute)
            .value(":v", value)
            .execute();
        Item before = model.getOrDefault(key, keyItem(key));
        model.put(key, before.with(attribute, value).without("b"));
      }
    }
  }

  private static Item keyItem(Key key) {
    return Item.builder().value("pk", key.partition()).value("sk", key.sort()).build();
  }

  private static Item item(Random random) {
    ItemBuilder item = Item.builder();
    for (String name : List.of("g", "a", "b", "c")) {
      if (random.nextInt(3) > 0) {
        item.string(name, "v" + random.nextInt(3));
      }
    }
    if (random.nextInt(3) > 0) {
      item.number("h", random.nextInt(3));
    }
    return item.build();
  }

  @Test
  void segmentsOfAScanSplitTheTable() {
    Database db = databases.open();
    for (int i = 0; i < 500; i++) {
      db.put("item#" + i, Item.empty());
    }
    for (int total : new int[] {1, 2, 7, 100}) {
      List<Item> items = new ArrayList<>();
      for (int segment = 0; segment < total; segment++) {
        items.addAll(db.scan(Scan.create().segment(segment, total)).items());
      }
      assertThat(items).hasSize(500).doesNotHaveDuplicates();
    }
  }
}
