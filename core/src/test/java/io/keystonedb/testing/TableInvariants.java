package io.keystonedb.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.Item;
import io.keystonedb.Value;
import io.keystonedb.internal.engine.Engine;
import io.keystonedb.internal.engine.EntryPoint;
import io.keystonedb.internal.engine.IndexDefinition;
import io.keystonedb.internal.engine.ItemRanges;
import io.keystonedb.internal.engine.PageReader;
import io.keystonedb.internal.engine.RequestContext;
import io.keystonedb.internal.engine.RowKeys;
import io.keystonedb.internal.engine.RowKind;
import io.keystonedb.internal.engine.RowRange;
import io.keystonedb.internal.engine.RowReader;
import io.keystonedb.internal.engine.TableDefinition;
import io.keystonedb.internal.engine.TableDescriptions;
import io.keystonedb.internal.engine.TableRef;
import io.keystonedb.internal.engine.Tables;
import io.keystonedb.internal.model.GlobalSecondaryIndexDescription;
import io.keystonedb.internal.model.LocalSecondaryIndexDescription;
import io.keystonedb.internal.model.TableDescription;
import io.keystonedb.internal.value.KeyAttributes;
import io.keystonedb.storage.Measure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What always holds between the tables of an engine, their indexes and their streams, whatever was
 * written.
 */
public final class TableInvariants {
  private static final int PAGE_ITEMS = 1000;

  private TableInvariants() {}

  /**
   * Checks every table: each item is stored under its own key, and each index that is not being
   * deleted has an entry for just the items that have its keys, with what it projects, in the order
   * of the sort key. What describes the table counts and weighs just these items and entries. Its
   * stream tells how the items came to be as they are.
   */
  public static void check(Engine engine) {
    RequestContext context = RequestContext.anonymous(engine, EntryPoint.SERVICE);
    engine.read(
        rows -> {
          for (TableDefinition table : Tables.all(rows)) {
            check(rows, table);
            checkCounts(rows, table, TableDescriptions.describe(context, rows, table));
            StreamInvariants.check(context, rows, table);
          }
          checkNoOtherRows(rows);
          return engine;
        });
  }

  /** Checks that there are no rows but the items, their entries and those that may expire. */
  private static void checkNoOtherRows(RowReader rows) {
    long expected = 0;
    for (TableDefinition table : Tables.all(rows)) {
      List<Item> items = all(rows, table, null);
      expected += items.size();
      for (IndexDefinition index : table.indexes()) {
        expected += all(rows, table, index).size();
      }
      if (table.timeToLive() != null) {
        String attribute = table.timeToLive().attribute();
        expected += items.stream().filter(item -> isSecond(item.get(attribute))).count();
      }
    }
    RowKeys keys = rows.keys();
    assertThat(
            rows.measure(keys.all(RowKind.ITEM)).count()
                + rows.measure(keys.all(RowKind.EXPIRY)).count())
        .as("rows of items, entries and times of expiry")
        .isEqualTo(expected);
  }

  private static boolean isSecond(Value value) {
    return value instanceof Value.N number
        && new BigDecimal(number.text()).signum() >= 0
        && new BigDecimal(number.text()).compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
  }

  private static void check(RowReader rows, TableDefinition table) {
    List<Item> items = all(rows, table, null);
    for (Item item : items) {
      assertThat(rows.get(rows.keys().item(table, item)))
          .as("what table %s has under the key of an item", table.name())
          .isEqualTo(item);
    }
    checkOrder(items, table.key(), "table " + table.name());
    for (IndexDefinition index : table.indexes()) {
      if (!index.isBeingDeleted()) {
        check(rows, table, index, items);
      }
    }
  }

  private static void checkCounts(
      RowReader rows, TableDefinition table, TableDescription description) {
    assertThat(new Measure(description.itemCount(), description.tableSizeBytes()))
        .as("count and size of table %s", table.name())
        .isEqualTo(measure(all(rows, table, null)));
    Map<String, Measure> described = new HashMap<>();
    for (LocalSecondaryIndexDescription index : list(description.localSecondaryIndexes())) {
      described.put(index.indexName(), new Measure(index.itemCount(), index.indexSizeBytes()));
    }
    for (GlobalSecondaryIndexDescription index : list(description.globalSecondaryIndexes())) {
      described.put(index.indexName(), new Measure(index.itemCount(), index.indexSizeBytes()));
    }
    Map<String, Measure> expected = new HashMap<>();
    for (IndexDefinition index : table.indexes()) {
      expected.put(index.name(), measure(all(rows, table, index)));
    }
    assertThat(described).as("counts and sizes of indexes").isEqualTo(expected);
  }

  private static <T> List<T> list(List<T> listOrNull) {
    return listOrNull == null ? List.of() : listOrNull;
  }

  private static Measure measure(List<Item> items) {
    return new Measure(items.size(), items.stream().mapToLong(Item::sizeBytes).sum());
  }

  private static void check(
      RowReader rows, TableDefinition table, IndexDefinition index, List<Item> items) {
    String what = "index %s of table %s".formatted(index.name(), table.name());
    List<Item> entries = all(rows, table, index);
    Map<Map<String, Value>, Item> actual = new HashMap<>();
    entries.forEach(entry -> actual.put(ExpectedEntries.keyOf(table, index, entry), entry));
    assertThat(actual)
        .as("entries of %s", what)
        .hasSize(entries.size())
        .isEqualTo(ExpectedEntries.of(table, index, items));
    checkOrder(entries, index.key(), what);
  }

  /** Checks that items of one partition stand side by side, in the order of their sort keys. */
  private static void checkOrder(List<Item> items, KeyAttributes key, String what) {
    Set<List<Value>> seen = new HashSet<>();
    Item before = null;
    for (Item item : items) {
      boolean samePartition = before != null && partition(key, item).equals(partition(key, before));
      if (samePartition) {
        assertThat(ExpectedEntries.compare(key.sort(), before, item))
            .as("order of %s and %s in %s", before, item, what)
            .isNotPositive();
      } else {
        assertThat(seen.add(partition(key, item)))
            .as("partition of %s is in one place in %s", item, what)
            .isTrue();
      }
      before = item;
    }
  }

  private static List<Value> partition(KeyAttributes key, Item item) {
    return key.partition().stream().map(attribute -> item.get(attribute.name())).toList();
  }

  private static List<Item> all(RowReader rows, TableDefinition table, IndexDefinition index) {
    List<Item> items = new ArrayList<>();
    TableRef ref = new TableRef(table.name(), table, rows.keys());
    RowRange<Item> range = ItemRanges.segment(ref, index, 0, 1);
    while (range != null) {
      PageReader.Page page = PageReader.read(rows, List.of(range), false, PAGE_ITEMS, item -> true);
      items.addAll(page.items());
      Item last = page.last();
      range =
          last == null
              ? null
              : range.behind(
                  index == null ? ref.key(last) : rows.keys().entry(table, index, last), false);
    }
    return items;
  }
}
