package io.keystonedb.sdk;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** The table that the tests of clients work on. */
final class Tables {
  static final String NAME = "things";

  private Tables() {}

  /** A table with the string key {@code pk}. */
  static void create(DynamoDbClient client) {
    client.createTable(Tables::define);
  }

  static void define(CreateTableRequest.Builder table) {
    table
        .tableName(NAME)
        .attributeDefinitions(a -> a.attributeName("pk").attributeType(ScalarAttributeType.S))
        .keySchema(k -> k.attributeName("pk").keyType(KeyType.HASH))
        .billingMode(BillingMode.PAY_PER_REQUEST);
  }

  static Map<String, AttributeValue> key(String pk) {
    return Map.of("pk", s(pk));
  }

  static AttributeValue s(String text) {
    return AttributeValue.builder().s(text).build();
  }

  static AttributeValue n(long number) {
    return AttributeValue.builder().n(Long.toString(number)).build();
  }
}
