package io.keystonedb.junit5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.keystonedb.Database;
import io.keystonedb.StreamView;
import io.keystonedb.sdk.KeystoneDynamoDbClient;
import io.keystonedb.server.KeystoneServer;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;

/** The kinds of {@link Reference}, and how each test finds one in step. */
class DualWriteReferencesTest {
  private static Map<String, AttributeValue> key(String id) {
    return Map.of("id", AttributeValue.builder().s(id).build());
  }

  @UsersTable
  @KeystoneDb(beans = @BeanTable(Order.class))
  @DualWrite(reference = Reference.DYNAMODB_LOCAL)
  static class Local {
    @BeforeAll
    static void addsCid(DynamoDbClient client) {
      Users.put(client, "cid");
    }

    @RepeatedTest(3)
    void startsFromTheSame(DynamoDbClient client) {
      Users.expectOnly(client, "ada", "bob", "cid");
      client.deleteItem(r -> r.tableName("users").key(key("ada")));
    }

    @RepeatedTest(2)
    void repeatsItsTokens(DynamoDbClient client) {
      for (int i = 0; i < 2; i++) {
        client.transactWriteItems(
            r ->
                r.clientRequestToken("token")
                    .transactItems(
                        t ->
                            t.update(
                                u ->
                                    u.tableName("users")
                                        .key(key("ada"))
                                        .updateExpression("ADD visits :one")
                                        .expressionAttributeValues(
                                            Map.of(
                                                ":one",
                                                AttributeValue.builder().n("1").build())))));
      }
      assertThat(client.getItem(r -> r.tableName("users").key(key("ada"))).item().get("visits").n())
          .isEqualTo("1");
    }

    @Test
    void deletesATable(DynamoDbClient client) {
      client.deleteTable(r -> r.tableName("users"));
    }

    @RepeatedTest(2)
    void makesATable(DynamoDbClient client) {
      client.deleteTable(r -> r.tableName("users"));
      Users.createTable(client);
      Users.put(client, "dot");
    }

    @Test
    @KeystoneDb(
        tables =
            @Table(
                name = "users2",
                partitionKey = "id",
                sortKey = "n:N",
                localIndexes = @LocalIndex(name = "byMail", sortKey = "mail:S"),
                stream = StreamView.NEW_IMAGE,
                ttl = "expires"))
    void hasATableMore(DynamoDbClient client) {
      assertThat(client.listTables().tableNames()).containsExactly("order", "users", "users2");
    }
  }

  @Test
  void dynamoDbLocalInProcessIsInStepForEachTest() {
    Engine.check(9, Engine.run(Local.class));
    Engine.check(9, Engine.runParallel(Local.class));
  }

  @UsersTable
  @DualWrite(reference = Reference.DYNAMODB_LOCAL)
  static class Wrong {
    @Test
    void test(Database around) {
      KeystoneDynamoDbClient.create(around).deleteItem(r -> r.tableName("users").key(key("ada")));
    }
  }

  @Test
  void whatGoesAroundTheClientsIsFound() {
    assertThat(Engine.failures(Engine.run(Wrong.class)))
        .contains("DynamoDB Local (shadow) differ, 1 discrepancy", "Comparison: item extra");
  }

  @UsersTable
  @DualWrite(reference = Reference.DYNAMODB_LOCAL_CONTAINER)
  static class Container {
    @RepeatedTest(2)
    void test(DynamoDbClient client) {
      Users.expectOnly(client, "ada", "bob");
    }
  }

  @Test
  void aContainerServesOrIsSkippedWithTheReason() {
    EngineExecutionResults results = Engine.run(Container.class);

    if (ContainerReference.obstacle() == null) {
      Engine.check(2, results);
    } else {
      results.containerEvents().assertStatistics(s -> s.aborted(1));
      assertThat(Engine.failures(results))
          .contains("DYNAMODB_LOCAL_CONTAINER", "Docker is not available");
    }
  }

  @UsersTable
  @DualWrite(reference = Reference.ENDPOINT)
  static class AtAnEndpoint {
    @RepeatedTest(3)
    void test(DynamoDbClient client) {
      Users.expectOnly(client, "ada", "bob");
    }

    @Test
    void tablesOfOthersAreNotThere(DynamoDbClient client) {
      try {
        client.createTable(r -> {});
      } catch (RuntimeException e) {
        // Both sides refuse it.
      }
    }
  }

  @UsersTable
  @DualWrite(reference = Reference.ENDPOINT)
  static class MeetsATableOfOthers {
    @Test
    void test(DynamoDbClient client) {
      client.createTable(
          r ->
              r.tableName("others")
                  .keySchema(k -> k.attributeName("id").keyType("HASH"))
                  .attributeDefinitions(a -> a.attributeName("id").attributeType("S"))
                  .billingMode("PAY_PER_REQUEST"));
      client.putItem(r -> r.tableName("others").item(key("mine")));
      client.executeStatement(r -> r.statement("DELETE FROM \"others\" WHERE \"id\" = 'precious'"));
    }
  }

  @Test
  void anEndpointOfTheEnvironmentServesAndIsLeftAsItWas() {
    try (Database database = Database.inMemory();
        KeystoneServer server = KeystoneServer.start(database)) {
      DynamoDbClient there = KeystoneDynamoDbClient.create(database);
      there.createTable(
          r ->
              r.tableName("others")
                  .keySchema(k -> k.attributeName("id").keyType("HASH"))
                  .attributeDefinitions(a -> a.attributeName("id").attributeType("S"))
                  .billingMode("PAY_PER_REQUEST"));
      there.putItem(r -> r.tableName("others").item(key("precious")));
      String address = server.endpoint().toString();

      Engine.check(4, Engine.runWith(Endpoints.ENDPOINT, address, AtAnEndpoint.class));
      assertThat(
              Engine.failures(
                  Engine.runWith(Endpoints.ENDPOINT, address, MeetsATableOfOthers.class)))
          .contains("CreateTable: only the shadow fails", "ResourceInUseException");

      assertThat(there.listTables().tableNames()).containsExactly("others");
      assertThat(there.scan(r -> r.tableName("others")).items()).containsExactly(key("precious"));
    }
  }

  @Test
  void anEndpointThatIsNotSetSkipsWithTheReason() {
    EngineExecutionResults results = Engine.run(AtAnEndpoint.class);

    results.containerEvents().assertStatistics(s -> s.aborted(1));
    assertThat(Engine.failures(results))
        .contains("reference = ENDPOINT", Endpoints.ENDPOINT, Endpoints.PROFILE);
  }

  static final class Fresh implements Supplier<DynamoDbClient> {
    static final Set<DynamoDbClient> ALL = ConcurrentHashMap.newKeySet();

    @Override
    public DynamoDbClient get() {
      DynamoDbClient client = KeystoneDynamoDbClient.create(Database.inMemory());
      ALL.add(client);
      return client;
    }
  }

  @UsersTable
  @DualWrite(supplier = Fresh.class)
  static class Supplied {
    @RepeatedTest(4)
    void test(DynamoDbClient client) {
      Users.expectOnly(client, "ada", "bob");
    }
  }

  @Test
  void aSupplierGivesEachTestAClientAndTheTablesAreGoneInTheEnd() {
    Engine.check(4, Engine.runParallel(Supplied.class));

    assertThat(Fresh.ALL)
        .hasSize(4)
        .allSatisfy(client -> assertThat(client.listTables().tableNames()).isEmpty());
  }

  static DynamoDbClient mocked() {
    DynamoDbClient mock = mock(DynamoDbClient.class);
    when(mock.getItem(any(GetItemRequest.class))).thenReturn(GetItemResponse.builder().build());
    return mock;
  }

  @UsersTable
  @DualWrite(method = "io.keystonedb.junit5.DualWriteReferencesTest#mocked", compareTables = false)
  static class Mocked {
    @Test
    void answersWhatItWasTold(DynamoDbClient client) {
      client.getItem(r -> r.tableName("users").key(key("nobody")));
    }

    @Test
    void answersAnother(DynamoDbClient client) {
      client.getItem(r -> r.tableName("users").key(key("bob")));
    }

    @Test
    void wasNotTold(DynamoDbClient client) {
      Users.put(client, "cid");
    }
  }

  @Test
  void aMockIsAskedOnlyForAnswers() {
    EngineExecutionResults results = Engine.run(Mocked.class);

    assertThat(Engine.failures(results))
        .doesNotContain("answersWhatItWasTold")
        .contains("answersAnother", "GetItem: item missing")
        .contains("wasNotTold", "PutItem: only the shadow fails", "tell the mock what to answer");
    results.testEvents().assertStatistics(s -> s.started(3).succeeded(1).failed(2));
  }

  private static int copied;
  private static final DynamoDbClient COUNTING = counting();

  private static DynamoDbClient counting() {
    return Bent.client(
        (DynamoDbRequest request) -> {
          if (request instanceof BatchWriteItemRequest batch) {
            copied += batch.requestItems().get("users").size();
          }
          return Optional.empty();
        });
  }

  @UsersTable
  @DualWrite(method = "client", failing = false)
  @TestMethodOrder(MethodOrderer.MethodName.class)
  static class Steps {
    static DynamoDbClient client() {
      return COUNTING;
    }

    @Test
    void a(DynamoDbClient client) {
      assertThat(copied).isEqualTo(2);
      Users.put(client, "cid");
    }

    @Test
    void b(DynamoDbClient client) {
      assertThat(copied).as("one was taken back").isEqualTo(3);
    }

    @Test
    void c(DynamoDbClient client, Database around) {
      assertThat(copied).as("nothing had changed").isEqualTo(3);
      KeystoneDynamoDbClient.create(around).deleteItem(r -> r.tableName("users").key(key("ada")));
    }

    @Test
    void d(DynamoDbClient client) {
      assertThat(copied).as("after a difference all are copied").isEqualTo(5);
    }
  }

  @Test
  void onlyWhatChangedIsCopied() {
    Engine.passes(4, Steps.class);
  }

  @UsersTable
  @DualWrite(method = "client")
  static class Refusing {
    static DynamoDbClient client() {
      return Bent.client(
          request -> {
            if (request instanceof BatchWriteItemRequest) {
              throw ResourceInUseException.builder().message("no").build();
            }
            return Optional.empty();
          });
    }

    @Test
    void test() {}
  }

  @Test
  void aReferenceThatCannotBeFilledFailsTheTest() {
    assertThat(Engine.failures(Engine.run(Refusing.class))).contains("ResourceInUseException");
  }

  @UsersTable
  @DualWrite(method = "client")
  @TestMethodOrder(MethodOrderer.MethodName.class)
  static class FailsInItsFirstConstructor {
    private static final DynamoDbClient REFERENCE =
        KeystoneDynamoDbClient.create(Database.inMemory());
    private static int instances;

    FailsInItsFirstConstructor(DynamoDbClient client, DynamoDbAsyncClient asyncClient) {
      Users.put(client, "mine");
      asyncClient.deleteItem(r -> r.tableName("users").key(key("ada"))).join();
      if (++instances == 1) {
        Users.put(REFERENCE, "stray");
        throw new IllegalStateException("in the constructor");
      }
    }

    static DynamoDbClient client() {
      return REFERENCE;
    }

    @Test
    void first() {}

    @Test
    void second(DynamoDbClient client) {
      assertThat(Users.ids(client)).containsExactly("bob", "mine");
      assertThat(Users.ids(REFERENCE)).containsExactly("bob", "mine");
    }
  }

  @Test
  void aTestWhoseConstructorFailsIsNotJudgedAndLeavesTheReferenceToTheNext() {
    EngineExecutionResults results = Engine.run(FailsInItsFirstConstructor.class);

    assertThat(Engine.failures(results))
        .isEqualTo("java.lang.IllegalStateException: in the constructor");
    results.testEvents().assertStatistics(s -> s.started(2).succeeded(1).failed(1));
  }
}
