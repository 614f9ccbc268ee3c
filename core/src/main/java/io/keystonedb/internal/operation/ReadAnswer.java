package io.keystonedb.internal.operation;

import io.keystonedb.Item;
import io.keystonedb.internal.engine.Consistency;
import io.keystonedb.internal.engine.IndexDefinition;
import io.keystonedb.internal.engine.ItemReader;
import io.keystonedb.internal.engine.KeyChecks;
import io.keystonedb.internal.engine.PageReader.Page;
import io.keystonedb.internal.engine.RowKey;
import io.keystonedb.internal.engine.TableCharge;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the answer to a query or scan shows of a page.
 *
 * @param page the page as it was read
 * @param items the items; null if only their count was asked for
 */
record ReadAnswer(ReadTarget target, Page page, @Nullable List<Item> items) {

  /**
   * Selects what is shown, with what lies behind a local index, and charges for the page.
   *
   * @param units what the page itself consumes
   */
  static ReadAnswer of(
      ItemReader run,
      ReadTarget target,
      Selection selection,
      Page page,
      double units,
      Consistency consistency) {
    TableCharge charge = run.charges().of(target.ref().name());
    IndexDefinition index = target.index();
    if (index == null) {
      charge.addTable(units);
    } else {
      charge.addIndex(index, units);
    }
    if (selection.countOnly()) {
      return new ReadAnswer(target, page, null);
    }
    boolean reachesBack = selection.reachesBack(target);
    List<Item> items = new ArrayList<>(page.items().size());
    for (Item item : page.items()) {
      Item full = item;
      if (reachesBack) {
        RowKey<Item> key = target.ref().key(item);
        full = Objects.requireNonNull(run.get(target.ref(), key, consistency));
      }
      items.add(selection.apply(full));
    }
    return new ReadAnswer(target, page, items);
  }

  int count() {
    return page.items().size();
  }

  @Nullable Item lastEvaluatedKey() {
    Item last = page.last();
    return last == null ? null : KeyChecks.keyOf(target.table(), target.index(), last);
  }
}
