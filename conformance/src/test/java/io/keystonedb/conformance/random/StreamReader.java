package io.keystonedb.conformance.random;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads what is new in the streams of tables. */
final class StreamReader {
  private final Endpoint endpoint;

  /** An iterator for the one open shard of each table's stream. */
  private final Map<String, String> iterators = new HashMap<>();

  StreamReader(Endpoint endpoint) {
    this.endpoint = endpoint;
  }

  /**
   * The records since the last call: for each key of an item its records in order, without what
   * differs between two databases by nature.
   */
  Map<String, Object> newRecords(String table) {
    Map<String, Object> byKey = new TreeMap<>();
    List<Map<String, Object>> records;
    do {
      String iterator = iterators.computeIfAbsent(table, this::start);
      Map<String, Object> answer = endpoint.answer("GetRecords", Map.of("ShardIterator", iterator));
      iterators.put(table, (String) answer.get("NextShardIterator"));
      records = Json.objects(answer, "Records");
      for (Map<String, Object> each : records) {
        add(each, byKey);
      }
    } while (!records.isEmpty());
    return byKey;
  }

  @SuppressWarnings("unchecked")
  private static void add(Map<String, Object> event, Map<String, Object> byKey) {
    Map<String, Object> record = new TreeMap<>(Json.object(Normalization.of(event), "dynamodb"));
    String key = Json.print(record.remove("Keys"));
    record.keySet().retainAll(List.of("NewImage", "OldImage", "StreamViewType"));
    record.put("eventName", event.get("eventName"));
    record.put("userIdentity", event.get("userIdentity"));
    ((List<Object>) byKey.computeIfAbsent(key, k -> new ArrayList<>())).add(record);
  }

  private String start(String table) {
    Map<String, Object> description =
        Json.object(endpoint.answer("DescribeTable", Map.of("TableName", table)), "Table");
    String arn = (String) description.get("LatestStreamArn");
    Map<String, Object> stream =
        Json.object(
            endpoint.answer("DescribeStream", Map.of("StreamArn", arn)), "StreamDescription");
    List<Map<String, Object>> shards = Json.objects(stream, "Shards");
    return (String)
        endpoint
            .answer(
                "GetShardIterator",
                Map.of(
                    "StreamArn",
                    arn,
                    "ShardId",
                    shards.get(shards.size() - 1).get("ShardId"),
                    "ShardIteratorType",
                    "TRIM_HORIZON"))
            .get("ShardIterator");
  }
}
