package io.keystonedb.migration;

import static io.keystonedb.migration.Sides.s;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keystonedb.Database;
import io.keystonedb.sdk.KeystoneDynamoDbClient;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/**
 * The class of the guide: both databases behind one, the first one's answers, differences noted.
 */
class DualDatabaseTest {
  private final DynamoDbClient dynamoDb = KeystoneDynamoDbClient.create(Database.inMemory());
  private final Database keystoneDb = Database.inMemory();
  private final DynamoDbClient keystone = KeystoneDynamoDbClient.create(keystoneDb);

  DualDatabaseTest() {
    createUsers(dynamoDb);
    createUsers(keystone);
  }

  private static void createUsers(DynamoDbClient client) {
    client.createTable(
        table ->
            table
                .tableName("users")
                .billingMode("PAY_PER_REQUEST")
                .attributeDefinitions(a -> a.attributeName("pk").attributeType("S"))
                .keySchema(k -> k.attributeName("pk").keyType("HASH")));
  }

  static final class DualDatabase {
    private final DualWriteDynamoDbClient client;

    DualDatabase(DynamoDbClient dynamoDb, Database keystoneDb) {
      client =
          DualWriteDynamoDbClient.builder(dynamoDb, KeystoneDynamoDbClient.create(keystoneDb))
              .mode(Mode.SEQUENTIAL)
              .build();
    }

    void put(Map<String, AttributeValue> item) {
      client.putItem(put -> put.tableName("users").item(item));
    }

    Map<String, AttributeValue> get(String pk) {
      return client.getItem(get -> get.tableName("users").key(Map.of("pk", s(pk)))).item();
    }
  }

  private final DualDatabase dual = new DualDatabase(dynamoDb, keystoneDb);

  @Test
  void writesToBothAndReturnsTheFirstOnesItem() {
    Map<String, AttributeValue> alice = Map.of("pk", s("user#123"), "name", s("Alice"));

    dual.put(alice);

    assertThat(dual.get("user#123")).isEqualTo(alice);
    assertThat(keystoneDb.table("users").get("user#123")).isPresent();
    assertThat(dual.client.dualWrite().discrepancies()).isEmpty();
  }

  @Test
  void notesWhenOnlyOneOfThemSucceeds() {
    keystone.deleteTable(delete -> delete.tableName("users"));

    dual.put(Map.of("pk", s("user#123")));

    assertThat(dual.client.dualWrite().discrepancies())
        .extracting(Discrepancy::kind)
        .containsExactly(DiscrepancyKind.SHADOW_FAILED);
  }

  @Test
  void returnsTheFirstOnesError() {
    dynamoDb.deleteTable(delete -> delete.tableName("users"));

    assertThatThrownBy(() -> dual.put(Map.of("pk", s("user#123"))))
        .isInstanceOf(DynamoDbException.class);
    assertThat(dual.client.dualWrite().discrepancies())
        .extracting(Discrepancy::kind)
        .containsExactly(DiscrepancyKind.PRIMARY_FAILED);
  }

  @Test
  void notesWhenTheyReadDifferentItems() {
    dual.put(Map.of("pk", s("user#123"), "name", s("Alice")));
    keystone.putItem(p -> p.tableName("users").item(Map.of("pk", s("user#123"), "name", s("Bob"))));

    assertThat(dual.get("user#123")).containsEntry("name", s("Alice"));
    assertThat(dual.client.dualWrite().discrepancies().get(0).toString())
        .startsWith("GetItem: item differs, key {\"pk\":{\"S\":\"user#123\"}}, table users")
        .contains("name: another value, {\"S\":\"Alice\"} against {\"S\":\"Bob\"}");
  }
}
