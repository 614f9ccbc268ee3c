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
   * @param scannedBytes their size, before the filter
   * @param last the item after which the next page starts; null if this page reached the end
   */
  public record Page(List<Item> items, int scannedCount, long scannedBytes, @Nullable Item last) {}

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
    Item last = null;
    for (int i = 0; i < ranges.size() && last == null; i++) {
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
    }
    return new Page(items, count, bytes, last);
  }
}
