package io.keystonedb.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keystonedb.Database;
import io.keystonedb.sdk.KeystoneDynamoDbClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/**
 * Pages of queries and scans, as the developer guide describes them under "Paginating table query
 * results" and "Scan: paginating the results".
 */
class PagingTest {
  private final DynamoDbClient client = KeystoneDynamoDbClient.create(Database.inMemory());

  @BeforeEach
  void createTables() {
    TestTables.create(client);
  }

  private void put(int sk, String... more) {
    Map<String, AttributeValue> item = new HashMap<>();
    item.put("pk", Values.s("p"));
    item.put("sk", Values.n(sk));
    for (int i = 0; i < more.length; i += 2) {
      item.put(more[i], Values.s(more[i + 1]));
    }
    client.putItem(p -> p.tableName("sorted").item(item));
  }

  private QueryResponse page(Map<String, AttributeValue> start, Integer limit) {
    return client.query(
        q ->
            q.tableName("sorted")
                .keyConditionExpression("pk = :p")
                .expressionAttributeValues(Map.of(":p", Values.s("p")))
                .limit(limit)
                .exclusiveStartKey(start));
  }

  @Test
  void limitCountsItemsBeforeTheFilterAndTheLastKeyIsThatOfTheLastItemRead() {
    for (int i = 0; i < 5; i++) {
      put(i, "a", i % 2 == 0 ? "even" : "odd");
    }

    QueryResponse response =
        client.query(
            q ->
                q.tableName("sorted")
                    .keyConditionExpression("pk = :p")
                    .filterExpression("a = :a")
                    .expressionAttributeValues(Map.of(":p", Values.s("p"), ":a", Values.s("even")))
                    .limit(4));

    assertThat(response.count()).isEqualTo(2);
    assertThat(response.scannedCount()).isEqualTo(4);
    assertThat(response.lastEvaluatedKey()).containsEntry("sk", Values.n(3)).hasSize(2);
  }

  @Test
  void aPageEndsWithTheItemThatReachesOneMegabyte() {
    String large = "x".repeat(300_000);
    for (int i = 0; i < 6; i++) {
      put(i, "a", large);
    }

    QueryResponse first = page(null, null);
    QueryResponse second = page(first.lastEvaluatedKey(), null);

    assertThat(first.count()).isEqualTo(4);
    assertThat(second.count()).isEqualTo(2);
    assertThat(second.hasLastEvaluatedKey()).isFalse();
  }

  @Test
  void aPageFilledToItsLimitHasALastKeyEvenIfNothingFollows() {
    put(1);

    QueryResponse response = page(null, 1);

    assertThat(response.lastEvaluatedKey()).isNotEmpty();
    assertThat(page(response.lastEvaluatedKey(), 1).items()).isEmpty();
  }

  @Test
  void pagesOfAnIndexStartBehindTheKeyOfIndexAndTable() {
    for (int i = 0; i < 10; i++) {
      int sk = i;
      client.putItem(
          p ->
              p.tableName("indexed")
                  .item(
                      Map.of(
                          "pk",
                          Values.s("p" + sk % 3),
                          "sk",
                          Values.n(sk),
                          "g",
                          Values.s("same"))));
    }
    List<Map<String, AttributeValue>> items = new ArrayList<>();
    client
        .queryPaginator(
            q ->
                q.tableName("indexed")
                    .indexName("g-all")
                    .keyConditionExpression("g = :g")
                    .expressionAttributeValues(Map.of(":g", Values.s("same")))
                    .limit(3))
        .items()
        .forEach(items::add);

    assertThat(items).hasSize(10).doesNotHaveDuplicates();
  }

  @Test
  void theStartKeyLiesInThePartitionThatIsRead() {
    assertThatThrownBy(() -> page(Map.of("pk", Values.s("q"), "sk", Values.n(1)), null))
        .isInstanceOf(DynamoDbException.class)
        .hasMessageStartingWith(
            "The provided starting key is outside query boundaries based on provided conditions");
  }

  @Test
  void readsAreChargedByThePageInUnitsOfFourKilobytesAndHalfIfEventuallyConsistent() {
    for (int i = 0; i < 3; i++) {
      put(i, "a", "x".repeat(2000));
    }
    for (boolean consistent : new boolean[] {true, false}) {
      QueryResponse response =
          client.query(
              q ->
                  q.tableName("sorted")
                      .keyConditionExpression("pk = :p")
                      .expressionAttributeValues(Map.of(":p", Values.s("p")))
                      .consistentRead(consistent)
                      .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));

      assertThat(response.consumedCapacity().capacityUnits()).isEqualTo(consistent ? 2.0 : 1.0);
    }
  }
}
