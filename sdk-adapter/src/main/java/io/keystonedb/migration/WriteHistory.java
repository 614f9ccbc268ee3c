package io.keystonedb.migration;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

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
  void done(RequestFacts facts, SdkRequest request) {
    Set<TableKey> deleted = deleted(request);
    for (TableKey key : facts.keys()) {
      String what = describe(facts, request, deleted.contains(key));
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

  private static String describe(RequestFacts facts, SdkRequest request, boolean deleted) {
    String what = deleted ? "delete" : "put or update";
    if (request instanceof BatchWriteItemRequest) {
      return what + " of a BatchWriteItem of " + facts.keys().size();
    }
    if (request instanceof TransactWriteItemsRequest) {
      return what + " of a TransactWriteItems of " + facts.keys().size();
    }
    return facts.operation();
  }

  private static Set<TableKey> deleted(SdkRequest request) {
    Set<TableKey> deleted = new HashSet<>();
    if (request instanceof BatchWriteItemRequest batch) {
      batch
          .requestItems()
          .forEach(
              (table, writes) ->
                  writes.stream()
                      .filter(write -> write.deleteRequest() != null)
                      .forEach(
                          write -> deleted.add(TableKey.of(table, write.deleteRequest().key()))));
    } else if (request instanceof TransactWriteItemsRequest transaction) {
      transaction.transactItems().stream()
          .filter(write -> write.delete() != null)
          .forEach(
              write -> deleted.add(TableKey.of(write.delete().tableName(), write.delete().key())));
    }
    return deleted;
  }
}
