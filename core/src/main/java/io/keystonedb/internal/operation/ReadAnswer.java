package io.keystonedb.internal.operation;

import io.keystonedb.Item;
import io.keystonedb.internal.engine.CapacityMeter;
import io.keystonedb.internal.engine.IndexDefinition;
import io.keystonedb.internal.engine.KeyChecks;
import io.keystonedb.internal.engine.PageReader.Page;
import io.keystonedb.internal.engine.RowKeys;
import io.keystonedb.internal.model.ConsumedCapacity;
import io.keystonedb.storage.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns a page of a query or scan into what its answer shows. */
final class ReadAnswer {
  private final ReadTarget target;
  private final Page page;
  private final boolean consistent;
  private final @Nullable List<Item> items;

  /** Units for items fetched from the table behind a local index, row by row. */
  private final double fetchUnits;

  private ReadAnswer(
      ReadTarget target,
      Page page,
      boolean consistent,
      @Nullable List<Item> items,
      double fetchUnits) {
    this.target = target;
    this.page = page;
    this.consistent = consistent;
    this.items = items;
    this.fetchUnits = fetchUnits;
  }

  static ReadAnswer of(
      Reader reader,
      ReadTarget target,
      Selection selection,
      Page page,
      @Nullable Boolean consistentRead) {
    boolean consistent = Boolean.TRUE.equals(consistentRead);
    if (selection.countOnly()) {
      return new ReadAnswer(target, page, consistent, null, 0);
    }
    boolean reachesBack = selection.reachesBack(target);
    List<Item> items = new ArrayList<>(page.items().size());
    double fetchUnits = 0;
    for (Item item : page.items()) {
      Item full = item;
      if (reachesBack) {
        full = (Item) Objects.requireNonNull(reader.get(RowKeys.row(target.table(), item)));
        fetchUnits += CapacityMeter.readUnits(full.sizeBytes(), consistent);
      }
      items.add(selection.apply(full));
    }
    return new ReadAnswer(target, page, consistent, items, fetchUnits);
  }

  /** The items; null if only their count was asked for. */
  @Nullable List<Item> items() {
    return items;
  }

  int count() {
    return page.items().size();
  }

  @Nullable Item lastEvaluatedKey() {
    Item last = page.last();
    return last == null ? null : KeyChecks.keyOf(target.table(), target.index(), last);
  }

  @Nullable ConsumedCapacity consumedCapacity(String tableName, @Nullable String level) {
    if (!CapacityMeter.isWanted(level)) {
      return null;
    }
    CapacityMeter meter = new CapacityMeter(tableName);
    double units = CapacityMeter.readUnits(page.scannedBytes(), consistent);
    IndexDefinition index = target.index();
    if (index == null) {
      meter.addTable(units);
    } else {
      meter.addIndex(index, units).addTable(fetchUnits);
    }
    return meter.report(level, CapacityMeter.Kind.PLAIN);
  }
}
