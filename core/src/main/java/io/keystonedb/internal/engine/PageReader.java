package io.keystonedb.internal.engine;

import io.keystonedb.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads one page of a query or scan. */
public final class PageReader {
  /** A page ends with the item by which it reaches this size. */
  private static final long MAX_PAGE_BYTES = 1024 * 1024;

  private PageReader() {}

  /**
   * One page.
   *
   * @param items those that passed the filter
   * @param scannedCount how many were read
   * @param scannedBytes their size in each range that was begun, before the filter
   * @param last the item after which the next page starts; null if this page reached the end
   */
  public record Page(
      List<Item> items, int scannedCount, List<Long> scannedBytes, @Nullable Item last) {
    /** What reading the page consumes: all ranges together are rounded once. */
    public double units(Consistency consistency) {
      return CapacityUnits.read(
          scannedBytes.stream().mapToLong(Long::longValue).sum(), consistency);
    }

    /** What reading the page consumes if each range is rounded by itself. */
    public double unitsOfRanges(Consistency consistency) {
      return scannedBytes.stream()
          .mapToDouble(bytes -> CapacityUnits.read(bytes, consistency))
          .sum();
    }
  }

  /**
   * Reads a page.
   *
   * @param ranges what to read, one after the other
   * @param limit how many items to read at most, before the filter
   * @param filter which of them to keep
   */
  public static Page read(
      RowReader rows,
      List<RowRange<Item>> ranges,
      boolean descending,
      int limit,
      Predicate<Item> filter) {
    List<Item> items = new ArrayList<>();
    int count = 0;
    long bytes = 0;
    List<Long> scannedBytes = new ArrayList<>(ranges.size());
    Item last = null;
    for (int i = 0; i < ranges.size() && last == null; i++) {
      long before = bytes;
      RowCursor<Item> cursor = rows.walk(ranges.get(i), descending);
      while (last == null && cursor.next()) {
        Item item = cursor.value();
        count++;
        bytes += item.sizeBytes();
        if (filter.test(item)) {
          items.add(item);
        }
        if (count == limit || bytes >= MAX_PAGE_BYTES) {
          last = item;
        }
      }
      scannedBytes.add(bytes - before);
    }
    return new Page(items, count, scannedBytes, last);
  }
}
