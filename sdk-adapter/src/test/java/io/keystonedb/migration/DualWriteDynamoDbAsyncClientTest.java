package io.keystonedb.migration;

import static io.keystonedb.migration.Sides.USERS;
import static io.keystonedb.migration.Sides.key;
import static io.keystonedb.migration.Sides.n;
import static io.keystonedb.migration.Sides.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keystonedb.Database;
import io.keystonedb.sdk.KeystoneDynamoDbAsyncClient;
import io.keystonedb.sdk.KeystoneDynamoDbClient;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mockito.Mockito;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

class DualWriteDynamoDbAsyncClientTest {
  private final Database primary = Database.inMemory();
  private final Database shadow = Database.inMemory();

  private DualWriteDynamoDbAsyncClient client(Mode mode) {
    DualWriteDynamoDbAsyncClient client =
        DualWriteDynamoDbAsyncClient.builder(
                KeystoneDynamoDbAsyncClient.create(primary),
                KeystoneDynamoDbAsyncClient.create(shadow))
            .mode(mode)
            .build();
    Sides.createUsers(KeystoneDynamoDbClient.create(primary), USERS);
    Sides.createUsers(KeystoneDynamoDbClient.create(shadow), USERS);
    return client;
  }

  @ParameterizedTest
  @EnumSource(
      value = Mode.class,
      names = {"SEQUENTIAL", "PARALLEL", "LATER"})
  void writesOfAnItemReachTheShadowInTheOrderOfThePrimary(Mode mode) {
    DualWriteDynamoDbAsyncClient client = client(mode);
    List<CompletableFuture<?>> all = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      int value = i;
      all.add(client.putItem(put -> put.tableName(USERS).item(user("alice", "Alice", value))));
      all.add(
          client.updateItem(
              update ->
                  update
                      .tableName(USERS)
                      .key(key("alice"))
                      .updateExpression("ADD hits :one")
                      .expressionAttributeValues(Map.of(":one", n(1)))
                      .returnValues("ALL_NEW")));
    }
    all.forEach(CompletableFuture::join);

    assertThat(client.dualWrite().await(Sides.PATIENCE)).isTrue();
    assertThat(client.dualWrite().discrepancies()).isEmpty();
    assertThat(client.dualWrite().counts().okOk()).isEqualTo(400);
    assertThat(client.dualWrite().comparison().run().isEqual()).isTrue();
  }

  @Test
  void theCallerGetsThePrimarysExceptionAsTheSdkDoesIt() {
    DualWriteDynamoDbAsyncClient client = client(Mode.SEQUENTIAL);

    assertThatThrownBy(() -> client.getItem(get -> get.tableName("nowhere").key(key("a"))).join())
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(ResourceNotFoundException.class);
    assertThat(client.dualWrite().discrepancies()).isEmpty();
  }

  @Test
  void readsThatDifferAreReported() {
    DualWriteDynamoDbAsyncClient client = client(Mode.SEQUENTIAL);
    Sides.put(KeystoneDynamoDbClient.create(primary), user("alice", "Alice", 1));

    assertThat(client.getItem(get -> get.tableName(USERS).key(key("alice"))).join().item())
        .isEqualTo(user("alice", "Alice", 1));

    assertThat(client.dualWrite().discrepancies())
        .extracting(Discrepancy::kind)
        .containsExactly(DiscrepancyKind.ITEM_MISSING);
  }

  @Test
  void paginatorsRunOnBothSides() {
    DualWriteDynamoDbAsyncClient client = client(Mode.SEQUENTIAL);
    for (int i = 0; i < 5; i++) {
      int value = i;
      client.putItem(put -> put.tableName(USERS).item(user("u" + value, "U", value))).join();
    }
    List<String> ids = new ArrayList<>();

    client
        .scanPaginator(scan -> scan.tableName(USERS).limit(2))
        .subscribe(page -> page.items().forEach(item -> ids.add(item.get("id").s())))
        .join();

    assertThat(ids).hasSize(5);
    assertThat(client.dualWrite().discrepancies()).isEmpty();
  }

  @Test
  void itsWaiterAsksTheSideThatAnswers() {
    DualWriteDynamoDbAsyncClient client = client(Mode.SEQUENTIAL);
    KeystoneDynamoDbClient.create(shadow).deleteTable(delete -> delete.tableName(USERS));

    client.waiter().waitUntilTableExists(table -> table.tableName(USERS)).join();
    client.dualWrite().cutOver();
    client.waiter().waitUntilTableNotExists(table -> table.tableName(USERS)).join();

    assertThat(client.dualWrite().counts().requests()).isZero();
  }

  @Test
  void itTellsWhatItIsAndItsSidesTheOneThatAnswersFirst() {
    DynamoDbAsyncClient one = KeystoneDynamoDbAsyncClient.create(primary);
    DynamoDbAsyncClient other = Mockito.spy(KeystoneDynamoDbAsyncClient.create(shadow));
    Mockito.doReturn("shadow").when(other).toString();
    DualWriteDynamoDbAsyncClient client = DualWriteDynamoDbAsyncClient.builder(one, other).build();

    assertThat(client).hasToString("DualWriteDynamoDbAsyncClient[" + one + ", shadow]");
    assertThat(client.serviceName()).isEqualTo("dynamodb");
    client.dualWrite().cutOver();
    assertThat(client).hasToString("DualWriteDynamoDbAsyncClient[shadow, " + one + "]");
  }

  /** Older SDKs have no such method. */
  @Test
  void itsConfigurationIsThatOfTheSideThatAnswers() throws Exception {
    DualWriteDynamoDbAsyncClient client =
        DualWriteDynamoDbAsyncClient.builder(
                KeystoneDynamoDbAsyncClient.create(primary.forkIn("eu-west-1")),
                KeystoneDynamoDbAsyncClient.create(primary.forkIn("eu-west-2")))
            .build();

    for (Method method : DynamoDbAsyncClient.class.getMethods()) {
      if (method.getName().equals("serviceClientConfiguration")) {
        assertThat(region(method.invoke(client))).hasToString("eu-west-1");
        client.dualWrite().cutOver();
        assertThat(region(method.invoke(client))).hasToString("eu-west-2");
        client.dualWrite().rollBack();
      }
    }
  }

  private static Object region(Object configuration) throws Exception {
    return configuration.getClass().getMethod("region").invoke(configuration);
  }
}
