package io.keystonedb.conformance;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;

/** Makes both sides equal again after a known difference, so that later answers still compare. */
final class ItemSync {
  private ItemSync() {}

  /** Replaces the items of the tables that a request was about by ours. */
  static void copyItemsOf(DynamoDbRequest request, DynamoDbClient ours, DynamoDbClient local) {
    for (String table : new HashSet<>(Arrays.asList(TestTables.NAMES))) {
      if (request.toString().contains(table)) {
        copy(table, ours, local);
      }
    }
  }

  private static void copy(String table, DynamoDbClient ours, DynamoDbClient local) {
    Set<Map<String, AttributeValue>> wanted =
        ours.scan(s -> s.tableName(table)).items().stream().collect(Collectors.toSet());
    for (Map<String, AttributeValue> item : local.scan(s -> s.tableName(table)).items()) {
      if (!wanted.remove(item)) {
        local.deleteItem(d -> d.tableName(table).key(key(table, item)));
      }
    }
    wanted.forEach(item -> local.putItem(p -> p.tableName(table).item(item)));
  }

  private static Map<String, AttributeValue> key(String table, Map<String, AttributeValue> item) {
    return TestTables.keyOf(table, null).stream().collect(Collectors.toMap(k -> k, item::get));
  }
}
