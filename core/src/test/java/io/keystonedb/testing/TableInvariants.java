package io.keystonedb.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.Item;
import io.keystonedb.internal.engine.Engine;
import io.keystonedb.internal.engine.IndexDefinition;
import io.keystonedb.internal.engine.KeyChecks;
import io.keystonedb.internal.engine.KeyRange;
import io.keystonedb.internal.engine.PageReader;
import io.keystonedb.internal.engine.RowKeys;
import io.keystonedb.internal.engine.TableDefinition;
import io.keystonedb.internal.engine.Tables;
import io.keystonedb.storage.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What always holds between the tables of an engine, their indexes and their streams, whatever was
 * written.
 */
public final class TableInvariants {
  private static final int PAGE_ITEMS = 1000;

  private TableInvariants() {}

  /**
   * Checks every table: each item is stored under its own key, and each index that is not being
   * deleted has an entry for just the items that have its keys, with what it projects. Its stream
   * tells how the items came to be as they are.
   */
  public static void check(Engine engine) {
    engine.read(
        reader -> {
          for (TableDefinition table : Tables.all(reader)) {
            check(reader, table);
            StreamInvariants.check(engine, reader, table);
          }
          return engine;
        });
  }

  private static void check(Reader reader, TableDefinition table) {
    List<Item> items = all(reader, table, null);
    for (Item item : items) {
      assertThat(reader.get(RowKeys.row(table, item)))
          .as("what table %s has under the key of an item", table.name())
          .isEqualTo(item);
    }
    for (IndexDefinition index : table.indexes()) {
      if (index.isBeingDeleted()) {
        continue;
      }
      Map<Item, Item> expected = new HashMap<>();
      for (Item item : items) {
        Item entry = index.entryOf(item);
        if (entry != null) {
          expected.put(KeyChecks.keyOf(table, index, entry), entry);
        }
      }
      List<Item> entries = all(reader, table, index);
      Map<Item, Item> actual = new HashMap<>();
      entries.forEach(entry -> actual.put(KeyChecks.keyOf(table, index, entry), entry));
      assertThat(actual)
          .as("entries of index %s of table %s", index.name(), table.name())
          .hasSize(entries.size())
          .isEqualTo(expected);
    }
  }

  private static List<Item> all(Reader reader, TableDefinition table, IndexDefinition index) {
    List<Item> items = new ArrayList<>();
    KeyRange range = KeyRange.segment(table, index, 0, 1);
    while (range != null) {
      PageReader.Page page = PageReader.read(reader, range, false, PAGE_ITEMS, item -> true);
      items.addAll(page.items());
      Item last = page.last();
      range =
          last == null
              ? null
              : range.behind(
                  index == null ? RowKeys.row(table, last) : RowKeys.entry(table, index, last),
                  false);
    }
    return items;
  }
}
