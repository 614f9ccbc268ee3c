package io.keystonedb.conformance;

import static io.keystonedb.conformance.Values.n;
import static io.keystonedb.conformance.Values.s;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keystonedb.Database;
import io.keystonedb.sdk.KeystoneDynamoDbClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/**
 * Global secondary indexes with several key attributes, as the developer guide describes them under
 * "Multi-attribute keys pattern".
 */
class MultiAttributeKeyTest {
  private final DynamoDbClient client = KeystoneDynamoDbClient.create(Database.inMemory());

  @BeforeEach
  void createTable() {
    client.createTable(
        t ->
            t.tableName("matches")
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                    a -> a.attributeName("id").attributeType("S"),
                    a -> a.attributeName("tournament").attributeType("S"),
                    a -> a.attributeName("year").attributeType("N"),
                    a -> a.attributeName("round").attributeType("S"),
                    a -> a.attributeName("court").attributeType("N"))
                .keySchema(k -> k.attributeName("id").keyType("HASH"))
                .globalSecondaryIndexes(
                    i ->
                        i.indexName("by-tournament")
                            .keySchema(
                                k -> k.attributeName("tournament").keyType("HASH"),
                                k -> k.attributeName("year").keyType("HASH"),
                                k -> k.attributeName("round").keyType("RANGE"),
                                k -> k.attributeName("court").keyType("RANGE"))
                            .projection(p -> p.projectionType("ALL"))));
    put("m1", "open", 2025, "final", 1);
    put("m2", "open", 2025, "semi", 2);
    put("m3", "open", 2025, "semi", 1);
    put("m4", "open", 2024, "semi", 1);
    client.putItem(
        p -> p.tableName("matches").item(Map.of("id", s("m5"), "tournament", s("open"))));
  }

  private void put(String id, String tournament, int year, String round, int court) {
    client.putItem(
        p ->
            p.tableName("matches")
                .item(
                    Map.of(
                        "id",
                        s(id),
                        "tournament",
                        s(tournament),
                        "year",
                        n(year),
                        "round",
                        s(round),
                        "court",
                        n(court))));
  }

  private List<String> query(String condition, Map<String, AttributeValue> values) {
    return client
        .query(
            q ->
                q.tableName("matches")
                    .indexName("by-tournament")
                    .keyConditionExpression(condition)
                    .expressionAttributeNames(Map.of("#y", "year"))
                    .expressionAttributeValues(values))
        .items()
        .stream()
        .map(item -> item.get("id").s())
        .toList();
  }

  private static final Map<String, AttributeValue> PARTITION =
      Map.of(":t", s("open"), ":y", n(2025));

  private static Map<String, AttributeValue> with(String name, AttributeValue value) {
    Map<String, AttributeValue> values = new HashMap<>(PARTITION);
    values.put(name, value);
    return values;
  }

  @Test
  void itemsAreSortedByTheSortAttributesOneAfterTheOther() {
    assertThat(query("tournament = :t AND #y = :y", PARTITION)).containsExactly("m1", "m3", "m2");
  }

  @Test
  void sortAttributesAreNamedFromTheLeft() {
    assertThat(query("tournament = :t AND #y = :y AND begins_with(round, :r)", with(":r", s("se"))))
        .containsExactly("m3", "m2");
    assertThatThrownBy(() -> query("tournament = :t AND #y = :y AND court = :c", with(":c", n(1))))
        .isInstanceOf(DynamoDbException.class)
        .hasMessageStartingWith(
            "RANGE key attributes round must have equality conditions specified in the query because a condition is present on key attribute court");
  }

  @Test
  void everyPartitionAttributeIsNamed() {
    assertThatThrownBy(() -> query("#y = :y", Map.of(":y", n(2025))))
        .isInstanceOf(DynamoDbException.class)
        .hasMessageStartingWith(
            "HASH key attributes tournament must have equality conditions specified in the query");
  }

  @Test
  void anItemThatLacksAKeyAttributeIsNotInTheIndex() {
    assertThat(client.scan(q -> q.tableName("matches").indexName("by-tournament")).count())
        .isEqualTo(4);
  }
}
