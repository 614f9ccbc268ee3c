package io.keystonedb.internal.operation;

import io.keystonedb.Item;
import io.keystonedb.internal.engine.ItemRanges;
import io.keystonedb.internal.engine.ItemReader;
import io.keystonedb.internal.engine.RowRange;
import java.util.ArrayList;
import java.util.List;

/**
 * The partitions that the service keeps a table in. They show in what a scan consumes: each
 * partition that it comes to is rounded by itself, and costs at least one unit.
 */
final class Partitions {
  private Partitions() {}

  /** A range of a table, partition by partition; a range of an index as it is. */
  static List<RowRange<Item>> of(ItemReader run, ReadTarget target, RowRange<Item> range) {
    int count = run.context().engine().dials().onDemandPartitions();
    if (target.index() != null || !target.table().settings().onDemand() || count == 1) {
      return List.of(range);
    }
    List<RowRange<Item>> parts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      RowRange<Item> part = range.within(ItemRanges.segment(target.ref(), null, i, count));
      if (part != null) {
        parts.add(part);
      }
    }
    return parts.isEmpty() ? List.of(range) : parts;
  }
}
