package io.keystonedb.migration;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Requests of BatchWriteItem, and what their answers leave unprocessed. */
final class BatchWrites {
  private BatchWrites() {}

  /** The writes that were left, by table; none unless a BatchWriteItem was answered. */
  static Map<String, List<WriteRequest>> unprocessed(Outcome outcome) {
    return outcome.answer() instanceof BatchWriteItemResponse answer
        ? answer.unprocessedItems()
        : Map.of();
  }

  /** Whether a request is a batch without a write. */
  static boolean isEmpty(SdkRequest request) {
    return request instanceof BatchWriteItemRequest batch && batch.requestItems().isEmpty();
  }

  /** A batch with other writes. */
  static SdkRequest only(SdkRequest batch, Map<String, List<WriteRequest>> writes) {
    return ((BatchWriteItemRequest) batch).toBuilder().requestItems(writes).build();
  }

  /** A batch without the writes that were left. */
  static SdkRequest without(SdkRequest batch, Map<String, List<WriteRequest>> unprocessed) {
    Map<String, List<WriteRequest>> done = new HashMap<>();
    ((BatchWriteItemRequest) batch)
        .requestItems()
        .forEach(
            (table, writes) -> {
              HashSet<WriteRequest> left =
                  new HashSet<>(unprocessed.getOrDefault(table, List.of()));
              List<WriteRequest> rest =
                  writes.stream().filter(write -> !left.contains(write)).toList();
              if (!rest.isEmpty()) {
                done.put(table, rest);
              }
            });
    return only(batch, done);
  }
}
