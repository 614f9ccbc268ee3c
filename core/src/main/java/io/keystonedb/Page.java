package io.keystonedb;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a query or scan.
 *
 * @param items what passed the filter
 * @param scannedCount how many items were read, before the filter
 * @param lastKey where the next page starts, to be given to {@code startKey}; null at the end
 */
public record Page(List<Item> items, int scannedCount, @Nullable Item lastKey) {
  public Page {
    items = List.copyOf(items);
  }

  /** How many items passed the filter. */
  public int count() {
    return items.size();
  }

  /** Whether there may be more. */
  public boolean hasMore() {
    return lastKey != null;
  }
}
