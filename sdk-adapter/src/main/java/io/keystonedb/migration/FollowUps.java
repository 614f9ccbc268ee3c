package io.keystonedb.migration;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The items known to be different, and the discrepancy that came first. What is found at such an
 * item later follows from it: a counter that was already off. Thread-safe.
 */
final class FollowUps {
  private static final int MAX_KEYS = 100_000;

  private final Map<TableKey, Long> causes = new LinkedHashMap<>();

  /** The discrepancy that one about these items follows from. */
  synchronized OptionalLong causeOf(List<TableKey> keys) {
    for (TableKey key : keys) {
      Long cause = causes.get(key);
      if (cause != null) {
        return OptionalLong.of(cause);
      }
    }
    return OptionalLong.empty();
  }

  /** The discrepancy that one about a whole table follows from. */
  synchronized OptionalLong causeIn(String table) {
    return causes.entrySet().stream()
        .filter(entry -> entry.getKey().table().equals(table))
        .mapToLong(Map.Entry::getValue)
        .min();
  }

  synchronized void different(List<TableKey> keys, long discrepancy) {
    for (TableKey key : keys) {
      causes.putIfAbsent(key, discrepancy);
    }
    Iterator<TableKey> oldest = causes.keySet().iterator();
    while (causes.size() > MAX_KEYS) {
      oldest.next();
      oldest.remove();
    }
  }

  /** Takes all items to be equal. */
  synchronized void clear() {
    causes.clear();
  }

  /** A write has replaced the items on both sides. */
  synchronized void equalAgain(List<TableKey> keys) {
    if (!causes.isEmpty()) {
      causes.keySet().removeAll(keys);
    }
  }
}
