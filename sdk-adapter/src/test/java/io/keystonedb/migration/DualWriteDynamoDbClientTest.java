package io.keystonedb.migration;

import static io.keystonedb.migration.Sides.USERS;
import static io.keystonedb.migration.Sides.get;
import static io.keystonedb.migration.Sides.key;
import static io.keystonedb.migration.Sides.n;
import static io.keystonedb.migration.Sides.put;
import static io.keystonedb.migration.Sides.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keystonedb.Database;
import io.keystonedb.sdk.KeystoneDynamoDbClient;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mockito.Mockito;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

class DualWriteDynamoDbClientTest {
  @ParameterizedTest
  @EnumSource(
      value = Mode.class,
      names = {"SEQUENTIAL", "PARALLEL", "LATER"})
  void bothSidesGetEachWriteAndTheCallerThePrimarysAnswer(Mode mode) {
    Sides sides = Sides.of(builder -> builder.mode(mode));

    put(sides.client, user("alice", "Alice", 30));
    int age =
        Integer.parseInt(
            sides
                .client
                .updateItem(
                    update ->
                        update
                            .tableName(USERS)
                            .key(key("alice"))
                            .updateExpression("ADD age :one")
                            .expressionAttributeValues(Map.of(":one", n(1)))
                            .returnValues("UPDATED_NEW"))
                .attributes()
                .get("age")
                .n());

    assertThat(age).isEqualTo(31);
    assertThat(get(sides.client, "alice")).isEqualTo(user("alice", "Alice", 31));
    assertThat(sides.dualWrite().await(Sides.PATIENCE)).isTrue();
    assertThat(get(sides.primary, "alice")).isEqualTo(get(sides.shadow, "alice")).isNotEmpty();
    assertThat(sides.dualWrite().discrepancies()).isEmpty();
    assertThat(sides.dualWrite().counts().okOk()).isEqualTo(2);
    assertThat(sides.dualWrite().counts().equal()).isEqualTo(3);
  }

  @Test
  void tablesAreMadeOnBothSides() {
    DynamoDbClient primary = KeystoneDynamoDbClient.create(Database.inMemory());
    DynamoDbClient shadow = KeystoneDynamoDbClient.create(Database.inMemory());
    Sides sides = Sides.between(primary, shadow, builder -> builder.mode(Mode.SEQUENTIAL));

    Sides.createUsers(sides.client, USERS);
    put(sides.client, user("alice", "Alice", 30));

    assertThat(get(shadow, "alice")).isEqualTo(user("alice", "Alice", 30));
    sides.client.deleteTable(delete -> delete.tableName(USERS));
    assertThat(shadow.listTables().tableNames()).isEmpty();
  }

  @Test
  void theCallerGetsThePrimarysException() {
    Sides sides = Sides.sequential();

    assertThatThrownBy(() -> sides.client.getItem(get -> get.tableName("nowhere").key(key("a"))))
        .isInstanceOf(ResourceNotFoundException.class);
    put(sides.client, user("alice", "Alice", 30));
    assertThatThrownBy(
            () ->
                sides.client.putItem(
                    put ->
                        put.tableName(USERS)
                            .item(key("alice"))
                            .conditionExpression("attribute_not_exists(id)")))
        .isInstanceOf(ConditionalCheckFailedException.class);

    assertThat(sides.dualWrite().discrepancies()).isEmpty();
    assertThat(sides.dualWrite().counts().failedFailed()).isEqualTo(1);
  }

  @Test
  void aReadThatDiffersIsReportedPlaceByPlaceAndThePrimarysAnswerReturned() {
    Sides sides = Sides.sequential();
    put(sides.primary, user("alice", "Alice", 30));
    put(sides.shadow, user("alice", "Alicia", 30));

    assertThat(get(sides.client, "alice")).isEqualTo(user("alice", "Alice", 30));

    List<Discrepancy> found = sides.dualWrite().discrepancies();
    assertThat(found).hasSize(1);
    assertThat(found.get(0).kind()).isEqualTo(DiscrepancyKind.ITEM_DIFFERS);
    assertThat(found.get(0).key()).isEqualTo(key("alice"));
    assertThat(found.get(0).differences())
        .extracting(Difference::toString)
        .containsExactly("name: another value, {\"S\":\"Alice\"} against {\"S\":\"Alicia\"}");
  }

  @Test
  void theSameDiscrepancyAgainOnlyCounts() {
    Sides sides = Sides.sequential();
    put(sides.primary, user("alice", "Alice", 30));

    get(sides.client, "alice");
    get(sides.client, "alice");

    assertThat(sides.dualWrite().discrepancies())
        .extracting(Discrepancy::count)
        .containsExactly(2L);
  }

  @Test
  void whatFollowsFromAnEarlierDiscrepancySaysSo() {
    Sides sides = Sides.sequential();
    put(sides.primary, user("alice", "Alice", 30));
    put(sides.shadow, user("alice", "Alice", 29));
    get(sides.client, "alice");

    sides.client.updateItem(
        update ->
            update
                .tableName(USERS)
                .key(key("alice"))
                .updateExpression("ADD age :one")
                .expressionAttributeValues(Map.of(":one", n(1)))
                .returnValues("ALL_NEW"));

    List<Discrepancy> found = sides.dualWrite().discrepancies();
    assertThat(found).extracting(Discrepancy::isFollowUp).containsExactly(false, true);
    assertThat(found.get(1).cause()).hasValue(found.get(0).id());
  }

  @Test
  void anItemThatWasReplacedOnBothSidesStartsAfresh() {
    Sides sides = Sides.sequential();
    put(sides.primary, user("alice", "Alice", 30));
    get(sides.client, "alice");

    put(sides.client, user("alice", "Alice", 31));
    put(sides.shadow, user("alice", "Alice", 32));
    get(sides.client, "alice");

    assertThat(sides.dualWrite().discrepancies())
        .extracting(Discrepancy::isFollowUp)
        .containsExactly(false, false);
  }

  @Test
  void afterTheCutOverTheOtherSideAnswersAndBothAreWritten() {
    Sides sides = Sides.of(builder -> builder.mode(Mode.LATER));
    put(sides.client, user("alice", "Alice", 30));
    sides.dualWrite().cutOver();
    put(sides.shadow, user("bob", "Bob", 40));

    assertThat(get(sides.client, "bob")).isEqualTo(user("bob", "Bob", 40));
    put(sides.client, user("carol", "Carol", 50));
    sides.dualWrite().rollBack();

    assertThat(get(sides.client, "carol")).isEqualTo(user("carol", "Carol", 50));
    assertThat(get(sides.client, "bob")).isEmpty();
    assertThat(sides.dualWrite().isCutOver()).isFalse();
  }

  @Test
  void anOperationCanHaveAModeOfItsOwn() {
    Sides sides =
        Sides.of(builder -> builder.mode(Mode.SEQUENTIAL).mode("DeleteItem", Mode.PRIMARY_ONLY));
    put(sides.client, user("alice", "Alice", 30));

    Sides.delete(sides.client, "alice");

    assertThat(get(sides.primary, "alice")).isEmpty();
    assertThat(get(sides.shadow, "alice")).isNotEmpty();
  }

  @Test
  void anItemIsAlwaysOrNeverSampled() {
    Sides sides = Sides.of(builder -> builder.mode(Mode.SEQUENTIAL).sample(0.3));
    for (int i = 0; i < 100; i++) {
      put(sides.primary, user("u" + i, "U", i));
    }

    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 100; i++) {
        get(sides.client, "u" + i);
      }
    }

    assertThat(sides.dualWrite().discrepancies()).hasSizeBetween(15, 45);
    assertThat(sides.dualWrite().discrepancies())
        .allSatisfy(each -> assertThat(each.count()).isEqualTo(2));
  }

  @Test
  void anOperationCanHaveASampleOfItsOwn() {
    Sides sides = Sides.of(builder -> builder.mode(Mode.SEQUENTIAL).sample(0).sample("GetItem", 1));
    put(sides.primary, user("alice", "Alice", 30));

    sides.client.scan(scan -> scan.tableName(USERS));
    assertThat(sides.dualWrite().discrepancies()).isEmpty();
    get(sides.client, "alice");
    assertThat(sides.dualWrite().discrepancies())
        .extracting(Discrepancy::operation)
        .containsExactly("GetItem");
  }

  @Test
  void anOperationCanBeLeftOutOfTheComparison() {
    Sides sides = Sides.of(builder -> builder.mode(Mode.SEQUENTIAL).sample("GetItem", 0));
    put(sides.primary, user("alice", "Alice", 30));

    get(sides.client, "alice");
    sides.client.scan(scan -> scan.tableName(USERS));

    assertThat(sides.dualWrite().discrepancies())
        .extracting(Discrepancy::operation)
        .containsExactly("Scan");
  }

  @Test
  void clearForgetsWhatWasFoundSoThatWhatIsFoundNextStartsAfresh() {
    Sides sides = Sides.sequential();
    put(sides.primary, user("alice", "Alice", 30));
    get(sides.client, "alice");
    get(sides.client, "alice");

    sides.dualWrite().clear();

    assertThat(sides.dualWrite().discrepancies()).isEmpty();
    assertThat(sides.dualWrite().counts().requests()).isZero();
    assertThat(sides.dualWrite().counts().compared()).isZero();
    assertThat(sides.dualWrite().counts().byKind()).isEmpty();
    get(sides.client, "alice");
    assertThat(sides.dualWrite().discrepancies())
        .singleElement()
        .returns(1L, Discrepancy::id)
        .returns(1L, Discrepancy::count)
        .returns(false, Discrepancy::isFollowUp);
    assertThat(sides.dualWrite().counts().firstCauses()).isEqualTo(1);
    assertThat(sides.dualWrite().counts().followUps()).isZero();
    assertThat(sides.dualWrite().counts().requests()).isEqualTo(1);
  }

  @Test
  void itsWaiterAsksTheSideThatAnswers() {
    DynamoDbClient empty = KeystoneDynamoDbClient.create(Database.inMemory());
    Sides sides = Sides.between(Sides.users(), empty, builder -> builder.mode(Mode.SEQUENTIAL));

    sides.client.waiter().waitUntilTableExists(table -> table.tableName(USERS));
    sides.dualWrite().cutOver();
    sides.client.waiter().waitUntilTableNotExists(table -> table.tableName(USERS));

    assertThat(sides.dualWrite().counts().requests()).isZero();
  }

  @Test
  void itTellsWhatItIsAndItsSidesTheOneThatAnswersFirst() {
    DynamoDbClient primary = named("primary");
    DynamoDbClient shadow = named("shadow");
    Sides sides = Sides.between(primary, shadow, builder -> builder.mode(Mode.SEQUENTIAL));

    assertThat(sides.client).hasToString("DualWriteDynamoDbClient[primary, shadow]");
    assertThat(sides.client.serviceName()).isEqualTo("dynamodb");
    sides.dualWrite().cutOver();
    assertThat(sides.client).hasToString("DualWriteDynamoDbClient[shadow, primary]");
  }

  private static DynamoDbClient named(String name) {
    DynamoDbClient client = Mockito.spy(Sides.users());
    Mockito.doReturn(name).when(client).toString();
    return client;
  }

  /** Older SDKs have no such method. */
  @Test
  void itsConfigurationIsThatOfTheSideThatAnswers() throws Exception {
    Database database = Database.inMemory();
    Sides sides =
        Sides.between(
            KeystoneDynamoDbClient.create(database.forkIn("eu-west-1")),
            KeystoneDynamoDbClient.create(database.forkIn("eu-west-2")),
            builder -> builder.mode(Mode.SEQUENTIAL));

    for (Method method : DynamoDbClient.class.getMethods()) {
      if (method.getName().equals("serviceClientConfiguration")) {
        assertThat(region(method.invoke(sides.client))).hasToString("eu-west-1");
        sides.dualWrite().cutOver();
        assertThat(region(method.invoke(sides.client))).hasToString("eu-west-2");
        sides.dualWrite().rollBack();
      }
    }
  }

  private static Object region(Object configuration) throws Exception {
    return configuration.getClass().getMethod("region").invoke(configuration);
  }

  @Test
  void theShadowGetsOnlyWhatThePrimaryProcessedOfABatch() {
    Sides sides = Sides.sequential();

    sides.client.batchWriteItem(
        batch ->
            batch.requestItems(
                Map.of(
                    USERS,
                    List.of(
                        WriteRequest.builder().putRequest(p -> p.item(key("a"))).build(),
                        WriteRequest.builder().putRequest(p -> p.item(key("b"))).build()))));

    assertThat(sides.shadow.scan(scan -> scan.tableName(USERS)).count()).isEqualTo(2);
    assertThat(sides.dualWrite().discrepancies()).isEmpty();
  }
}
