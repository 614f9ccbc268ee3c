package io.keystonedb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** What always holds between a table and its indexes, whatever was written. */
final class TableInvariants {
  private TableInvariants() {}

  /** Each index has an entry for just the items that have its keys, with what it projects. */
  static void check(Database db, String table) {
    List<Item> items = all(db, table, null);
    for (var index :
        db.engine()
            .read(reader -> io.keystonedb.internal.engine.Tables.require(reader, table))
            .indexes()) {
      List<Item> expected =
          items.stream().map(index::entryOf).filter(entry -> entry != null).toList();
      assertThat(all(db, table, index.name()))
          .as("entries of %s", index.name())
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  static List<Item> all(Database db, String table, String index) {
    List<Item> items = new ArrayList<>();
    Page page = null;
    do {
      Scan scan = Scan.create().startKey(page == null ? null : page.lastKey()).limit(7);
      page = db.table(table).scan(index == null ? scan : scan.index(index));
      items.addAll(page.items());
    } while (page.hasMore());
    return items;
  }
}
