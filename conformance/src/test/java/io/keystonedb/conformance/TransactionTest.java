package io.keystonedb.conformance;

import static io.keystonedb.conformance.Values.n;
import static io.keystonedb.conformance.Values.s;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keystonedb.Database;
import io.keystonedb.sdk.KeystoneDynamoDbClient;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.IdempotentParameterMismatchException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Transactions, as the developer guide describes them under "How transactions work". */
class TransactionTest {
  private final Database database = Database.inMemory();
  private final DynamoDbClient client = KeystoneDynamoDbClient.create(database);

  @BeforeEach
  void createTables() {
    TestTables.create(client);
  }

  private TransactWriteItemsResponse add(String token, int amount) {
    return client.transactWriteItems(
        t ->
            t.clientRequestToken(token)
                .returnConsumedCapacity("TOTAL")
                .transactItems(
                    i ->
                        i.update(
                            u ->
                                u.tableName("plain")
                                    .key(Map.of("pk", s("counter")))
                                    .updateExpression("ADD c :c")
                                    .expressionAttributeValues(Map.of(":c", n(amount))))));
  }

  private AttributeValue counter() {
    return client
        .getItem(g -> g.tableName("plain").key(Map.of("pk", s("counter"))))
        .item()
        .get("c");
  }

  @Test
  void theSameTokenDoesTheSameOnceWithinTenMinutes() {
    TransactWriteItemsResponse first = add("token", 1);
    TransactWriteItemsResponse again = add("token", 1);

    assertThat(counter()).isEqualTo(n(1));
    assertThat(first.consumedCapacity().get(0).writeCapacityUnits()).isEqualTo(2.0);
    assertThat(again.consumedCapacity().get(0).readCapacityUnits()).isEqualTo(2.0);

    database.clock().advance(Duration.ofMinutes(10));
    add("token", 1);

    assertThat(counter()).isEqualTo(n(2));
  }

  @Test
  void theSameTokenForSomethingElseIsRefused() {
    add("token", 1);

    assertThatThrownBy(() -> add("token", 2))
        .isInstanceOf(IdempotentParameterMismatchException.class);
    assertThat(counter()).isEqualTo(n(1));
  }

  @Test
  void reasonsStandInTheOrderOfTheActionsWithTheItemOnRequest() {
    client.putItem(p -> p.tableName("plain").item(Map.of("pk", s("old"), "a", s("x"))));

    assertThatThrownBy(
            () ->
                client.transactWriteItems(
                    t ->
                        t.transactItems(
                            i -> i.put(p -> p.tableName("plain").item(Map.of("pk", s("new")))),
                            i ->
                                i.put(
                                    p ->
                                        p.tableName("plain")
                                            .item(Map.of("pk", s("old")))
                                            .conditionExpression("attribute_not_exists(pk)")
                                            .returnValuesOnConditionCheckFailure("ALL_OLD")),
                            i ->
                                i.update(
                                    u ->
                                        u.tableName("plain")
                                            .key(Map.of("pk", s("absent")))
                                            .updateExpression("REMOVE a")))))
        .isInstanceOfSatisfying(
            TransactionCanceledException.class,
            e -> {
              assertThat(e.cancellationReasons())
                  .extracting(CancellationReason::code)
                  .containsExactly("None", "ConditionalCheckFailed", "None");
              assertThat(e.cancellationReasons().get(1).item()).containsEntry("a", s("x"));
            })
        .hasMessageStartingWith(
            "Transaction cancelled, please refer cancellation reasons for specific reasons [None, ConditionalCheckFailed, None]");
    assertThat(client.scan(q -> q.tableName("plain")).count()).isEqualTo(1);
  }

  @Test
  void anItemIsNamedOnce() {
    assertThatThrownBy(
            () ->
                client.transactWriteItems(
                    t ->
                        t.transactItems(
                            i -> i.put(p -> p.tableName("plain").item(Map.of("pk", s("x")))),
                            i -> i.delete(d -> d.tableName("plain").key(Map.of("pk", s("x")))))))
        .isInstanceOf(DynamoDbException.class)
        .hasMessageStartingWith(
            "Transaction request cannot include multiple operations on one item");
  }
}
