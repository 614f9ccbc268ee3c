package io.keystonedb.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** What the samples do with a table of users. */
final class Users {
  private Users() {}

  /** As production code would. */
  static void createTable(DynamoDbClient client) {
    client.createTable(
        r ->
            r.tableName("users")
                .keySchema(k -> k.attributeName("id").keyType(KeyType.HASH))
                .attributeDefinitions(
                    a -> a.attributeName("id").attributeType(ScalarAttributeType.S))
                .billingMode(BillingMode.PAY_PER_REQUEST));
  }

  static void put(DynamoDbClient client, String id) {
    client.putItem(
        r -> r.tableName("users").item(Map.of("id", AttributeValue.builder().s(id).build())));
  }

  static Set<String> ids(DynamoDbClient client) {
    Set<String> ids = new TreeSet<>();
    client.scan(r -> r.tableName("users")).items().forEach(item -> ids.add(item.get("id").s()));
    return ids;
  }

  /** Fails if another test's write is seen, and leaves one of its own. */
  static void expectOnly(DynamoDbClient client, String... ids) {
    assertThat(ids(client)).containsExactly(ids);
    put(client, "trace");
  }
}
