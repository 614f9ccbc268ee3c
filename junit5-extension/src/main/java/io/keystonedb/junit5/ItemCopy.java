package io.keystonedb.junit5;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Items to be written to a table of a reference. Not thread-safe. */
final class ItemCopy {
  private static final int BATCH = 25;

  private final String table;
  private final DynamoDbClient target;
  private final List<WriteRequest> writes;

  private ItemCopy(String table, DynamoDbClient target, List<WriteRequest> writes) {
    this.table = table;
    this.target = target;
    this.writes = writes;
  }

  /** All items of a table, for an empty one. */
  static ItemCopy all(TableCopy table, DynamoDbClient source, DynamoDbClient target) {
    List<WriteRequest> puts = new ArrayList<>();
    items(source, table.name()).forEach(item -> puts.add(put(item)));
    return new ItemCopy(table.name(), target, puts);
  }

  /** What makes a table that holds the earlier items hold the present ones. */
  static ItemCopy between(
      TableCopy table, DynamoDbClient earlier, DynamoDbClient present, DynamoDbClient target) {
    Map<Map<String, AttributeValue>, Map<String, AttributeValue>> there = new HashMap<>();
    items(earlier, table.name()).forEach(item -> there.put(key(table, item), item));
    List<WriteRequest> writes = new ArrayList<>();
    for (Map<String, AttributeValue> item : items(present, table.name())) {
      if (!item.equals(there.remove(key(table, item)))) {
        writes.add(put(item));
      }
    }
    there
        .keySet()
        .forEach(key -> writes.add(WriteRequest.builder().deleteRequest(d -> d.key(key)).build()));
    return new ItemCopy(table.name(), target, writes);
  }

  private static Iterable<Map<String, AttributeValue>> items(DynamoDbClient client, String table) {
    return client.scanPaginator(r -> r.tableName(table)).items();
  }

  private static WriteRequest put(Map<String, AttributeValue> item) {
    return WriteRequest.builder().putRequest(p -> p.item(item)).build();
  }

  private static Map<String, AttributeValue> key(
      TableCopy table, Map<String, AttributeValue> item) {
    Map<String, AttributeValue> key = new HashMap<>();
    table.keys().forEach(name -> key.put(name, item.get(name)));
    return key;
  }

  void write() {
    for (int i = 0; i < writes.size(); i += BATCH) {
      List<WriteRequest> due = writes.subList(i, Math.min(i + BATCH, writes.size()));
      while (!due.isEmpty()) {
        Map<String, List<WriteRequest>> batch = Map.of(table, due);
        due =
            target
                .batchWriteItem(r -> r.requestItems(batch))
                .unprocessedItems()
                .getOrDefault(table, List.of());
      }
    }
  }
}
