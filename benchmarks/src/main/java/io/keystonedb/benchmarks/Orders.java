package io.keystonedb.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * The table that is measured on: orders of customers, ten each. An item has 1,024 bytes by the
 * service's rules in ten attributes: seven texts, two numbers and a truth value.
 */
final class Orders {
  static final String TABLE = "orders";
  static final int PER_CUSTOMER = 10;
  static final int ITEM_BYTES = 1024;
  private static final int BATCH = 25;

  private Orders() {}

  static void createTable(DynamoDbClient client) {
    client.createTable(
        CreateTableRequest.builder()
            .tableName(TABLE)
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .keySchema(key("pk", KeyType.HASH), key("sk", KeyType.RANGE))
            .attributeDefinitions(text("pk"), text("sk"))
            .build());
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }

  private static AttributeDefinition text(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  /** Creates the table and writes so many items, in batches. */
  static void load(DynamoDbClient client, int items) {
    createTable(client);
    for (int from = 0; from < items; from += BATCH) {
      Map<String, List<WriteRequest>> batch =
          Map.of(TABLE, puts(from, Math.min(items, from + BATCH)));
      client.batchWriteItem(request -> request.requestItems(batch));
    }
  }

  private static List<WriteRequest> puts(int from, int to) {
    List<WriteRequest> puts = new ArrayList<>();
    for (int i = from; i < to; i++) {
      puts.add(put(item(i, 0)));
    }
    return puts;
  }

  static WriteRequest put(Map<String, AttributeValue> item) {
    return WriteRequest.builder().putRequest(put -> put.item(item)).build();
  }

  static AttributeValue customer(int order) {
    return AttributeValue.fromS("customer#%07d".formatted(order / PER_CUSTOMER));
  }

  static Map<String, AttributeValue> key(int order) {
    return Map.of(
        "pk",
        customer(order),
        "sk",
        AttributeValue.fromS("order#%03d".formatted(order % PER_CUSTOMER)));
  }

  /** An item; items of another version differ in nothing but values of the same length. */
  static Map<String, AttributeValue> item(int order, int version) {
    Map<String, AttributeValue> item = new HashMap<>(key(order));
    item.put("status", AttributeValue.fromS(version % 2 == 0 ? "SHIPPED" : "PENDING"));
    item.put("email", AttributeValue.fromS("customer%07d@example.com".formatted(order)));
    item.put("created", AttributeValue.fromS("2026-01-01T12:00:%02dZ".formatted(order % 60)));
    item.put("address", AttributeValue.fromS("%07d Some Street, Some Town".formatted(order)));
    item.put("purchases", AttributeValue.fromN(Integer.toString(1000 + order % 9000)));
    item.put("count", AttributeValue.fromN(Integer.toString(10 + version % 90)));
    item.put("gift", AttributeValue.fromBool(order % 2 == 0));
    // Pads the item to its size; names, texts and about half the digits of numbers count.
    String note = "%07d ".formatted(order).repeat(128);
    item.put("note", AttributeValue.fromS(note.substring(0, ITEM_BYTES - bytes(item) - 4)));
    return item;
  }

  private static int bytes(Map<String, AttributeValue> item) {
    int bytes = 0;
    for (Map.Entry<String, AttributeValue> entry : item.entrySet()) {
      AttributeValue value = entry.getValue();
      bytes += entry.getKey().length();
      bytes += value.s() != null ? value.s().length() : 0;
      bytes += value.n() != null ? (value.n().length() + 1) / 2 + 1 : 0;
      bytes += value.bool() != null ? 1 : 0;
    }
    return bytes;
  }
}
