package io.keystonedb.local;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/** A table with a stream, and its items. */
final class Music {
  static final String TABLE = "Music";

  private Music() {}

  static void create(DynamoDbClient client) {
    client.createTable(
        create ->
            create
                .tableName(TABLE)
                .attributeDefinitions(
                    attribute ->
                        attribute.attributeName("title").attributeType(ScalarAttributeType.S))
                .keySchema(key -> key.attributeName("title").keyType(KeyType.HASH))
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .streamSpecification(
                    stream -> stream.streamEnabled(true).streamViewType(StreamViewType.KEYS_ONLY)));
  }

  static Map<String, AttributeValue> key(String title) {
    return Map.of("title", AttributeValue.fromS(title));
  }

  static Map<String, AttributeValue> item(String title) {
    return Map.of("title", AttributeValue.fromS(title), "year", AttributeValue.fromN("1984"));
  }

  static void put(DynamoDbClient client, String title) {
    client.putItem(put -> put.tableName(TABLE).item(item(title)));
  }
}
