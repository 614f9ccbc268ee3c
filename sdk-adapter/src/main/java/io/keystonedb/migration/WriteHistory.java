package io.keystonedb.migration;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which write came last to an item, of those written lately: that is what an item that differs has
 * probably lost. Thread-safe.
 */
final class WriteHistory {
  private static final int MAX_KEYS = 10_000;

  private final Map<TableKey, String> writes =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<TableKey, String> eldest) {
          return size() > MAX_KEYS;
        }
      };

  /** The primary has done a write. */
  void done(RequestFacts facts) {
    for (TableKey key : facts.keys()) {
      String what = describe(facts, key);
      synchronized (this) {
        writes.remove(key);
        writes.put(key, what);
      }
    }
  }

  /** The last write of an item; null if it is not known. */
  synchronized @Nullable String lastOf(TableKey key) {
    return writes.get(key);
  }

  private static String describe(RequestFacts facts, TableKey key) {
    if (!facts.model().takesSeveral()) {
      return facts.operation();
    }
    String what = facts.deletedKeys().contains(key) ? "delete" : "put or update";
    return what + " of a " + facts.operation() + " of " + facts.keys().size();
  }
}
