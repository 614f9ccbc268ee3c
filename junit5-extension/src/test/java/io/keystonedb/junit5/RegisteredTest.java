package io.keystonedb.junit5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keystonedb.KeystoneClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Extensions in fields. */
class RegisteredTest {
  private static KeystoneDbExtensionBuilder users() {
    return KeystoneDbExtension.builder().schema(Users::createTable).seed("users.json");
  }

  private static Set<String> elsewhere(DynamoDbClient client) throws Exception {
    var executor = Executors.newSingleThreadExecutor();
    try {
      return executor.submit(() -> Users.ids(client)).get();
    } finally {
      executor.shutdown();
    }
  }

  static class PerClass {
    @RegisterExtension static final KeystoneDbExtension DB = users().build();

    static final DynamoDbClient EARLY = DB.client();

    DynamoDbClient field;

    @BeforeAll
    static void addsCid() {
      Users.put(EARLY, "cid");
    }

    @RepeatedTest(3)
    void theEarlyClientFollowsTheTest(DynamoDbClient client) throws Exception {
      Users.put(EARLY, "mine");
      assertThat(Users.ids(client)).contains("mine");
      assertThat(elsewhere(EARLY)).contains("mine");
      assertThat(field).isSameAs(client);
      assertThat(DB.client()).isSameAs(EARLY);
      assertThat(DB.database().table("users").get("mine")).isPresent();
      Users.expectOnly(client, "ada", "bob", "cid", "mine");
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void followsToTheThreadOfATimeout(DynamoDbClient client) {
      Users.put(EARLY, "mine");
      Users.expectOnly(client, "ada", "bob", "cid", "mine");
    }

    @Nested
    class Inner {
      @BeforeAll
      static void addsEve() {
        Users.put(EARLY, "eve");
      }

      @RepeatedTest(2)
      void nestedClassesToo() {
        Users.expectOnly(EARLY, "ada", "bob", "cid", "eve");
      }
    }

    @Nested
    @KeystoneDb(tables = @Table(name = "more", partitionKey = "id"))
    class Annotated {
      @Test
      void annotationsAdd() {
        assertThat(EARLY.listTables().tableNames()).containsExactly("more", "users");
        Users.expectOnly(EARLY, "ada", "bob", "cid");
      }
    }
  }

  @Test
  void aStaticFieldServesTheClass() {
    Engine.passes(7, PerClass.class);
  }

  static class Crowd {
    @RegisterExtension static final KeystoneDbExtension DB = users().build();

    static final DynamoDbClient EARLY = DB.client();

    @BeforeAll
    static void addsCid() {
      Users.put(EARLY, "cid");
    }

    @RepeatedTest(200)
    void followsTheThread() {
      Users.expectOnly(EARLY, "ada", "bob", "cid");
    }
  }

  static class CrowdToo extends Crowd {}

  static class CrowdThree extends Crowd {}

  @Test
  void parallelTestsAndClassesMayShareAnExtension() {
    Engine.check(400, Engine.runParallel(CrowdToo.class, CrowdThree.class));
  }

  static class Strangers {
    @RegisterExtension static final KeystoneDbExtension DB = users().build();
    static final CyclicBarrier BOTH = new CyclicBarrier(2);

    @RepeatedTest(2)
    void aForeignThreadHasToChoose() throws Exception {
      BOTH.await(10, TimeUnit.SECONDS);
      assertThatThrownBy(() -> elsewhere(DB.client()))
          .isInstanceOf(ExecutionException.class)
          .hasMessageContainingAll("this thread belongs to none", "To fix it");
      BOTH.await(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void aThreadOfNoTestIsToldSoWhenSeveralRun() {
    Engine.check(2, Engine.runParallel(Strangers.class));
  }

  static class PerInstance {
    @RegisterExtension final KeystoneDbExtension db = users().build();

    final DynamoDbClient early = db.client();
    DynamoDbClient field;

    @RepeatedTest(3)
    void hasItsOwn(DynamoDbClient client) {
      assertThat(Users.ids(field)).containsExactly("ada", "bob");
      Users.put(client, "mine");
      Users.expectOnly(early, "ada", "bob", "mine");
    }

    @Test
    @KeystoneDb(tables = @Table(name = "more", partitionKey = "id"))
    void annotationsAdd() {
      assertThat(early.listTables().tableNames()).containsExactly("more", "users");
    }

    @Nested
    class Inner {
      @RepeatedTest(2)
      void nestedToo(DynamoDbClient client) {
        Users.put(client, "mine");
        Users.expectOnly(early, "ada", "bob", "mine");
      }
    }
  }

  @Test
  void anInstanceFieldServesOneTest() {
    Engine.passes(6, PerInstance.class);
    Engine.check(6, Engine.runParallel(PerInstance.class));
  }

  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class Refused {
    @RegisterExtension final KeystoneDbExtension db = users().build();

    @Test
    void test() {}
  }

  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class Accepted {
    @RegisterExtension final KeystoneDbExtension db = users().lifecycle(Lifecycle.RESTORE).build();

    final DynamoDbClient early = db.client();

    @RepeatedTest(3)
    void test(DynamoDbClient client) {
      assertThat(client).isSameAs(early);
      Users.expectOnly(early, "ada", "bob");
    }
  }

  @Test
  void anInstanceFieldOfAnInstanceForAllTestsCannotFork() {
    assertThat(Engine.failures(Engine.run(Refused.class)))
        .contains("Refused", "@RegisterExtension", "lifecycle(FORK)", "PER_CLASS", "To fix it");
    Engine.passes(3, Accepted.class);
  }

  static class Restored {
    @RegisterExtension
    static final KeystoneDbExtension DB = users().lifecycle(Lifecycle.RESTORE).build();

    static final DynamoDbClient STABLE = DB.client();

    @BeforeAll
    static void addsCid() {
      Users.put(STABLE, "cid");
    }

    @RepeatedTest(2)
    void test() throws Exception {
      assertThat(elsewhere(STABLE)).containsExactly("ada", "bob", "cid");
      Users.put(STABLE, "trace");
    }
  }

  static class RestoredToo extends Restored {}

  @Test
  void aStableClientMayServeSeveralClassesOneByOne() {
    Engine.passes(4, Restored.class, RestoredToo.class);
  }

  static class Contradiction {
    @RegisterExtension
    static final KeystoneDbExtension DB = users().lifecycle(Lifecycle.RESTORE).build();

    @Test
    @KeystoneDb(lifecycle = Lifecycle.FORK)
    void test() {}
  }

  @Test
  void aStableClientCannotShowCopies() {
    assertThat(Engine.failures(Engine.run(Contradiction.class)))
        .contains("Contradiction.test", "lifecycle = FORK", "To fix it");
  }

  static class Described {
    @RegisterExtension
    static final KeystoneDbExtension DB =
        KeystoneDbExtension.builder()
            .seed(client -> Users.put(client, "cid"))
            .seed("users", "beside.jsonl")
            .bean(Order.class)
            .bean(Order.class, "old_orders")
            .schema(Users::createTable)
            .build();

    @Test
    void hasTablesOfBeansAndItems(DynamoDbClient client) {
      assertThat(client.listTables().tableNames()).containsExactly("old_orders", "order", "users");
      assertThat(Users.ids(client)).containsExactly("ada", "bob", "cid");
      for (String table : List.of("order", "old_orders")) {
        TableDescription orders = client.describeTable(r -> r.tableName(table)).table();
        assertThat(orders.keySchema())
            .extracting(KeySchemaElement::attributeName)
            .containsExactly("customer", "number");
        assertThat(orders.globalSecondaryIndexes().get(0).indexName()).isEqualTo("byStatus");
        assertThat(orders.localSecondaryIndexes().get(0).indexName()).isEqualTo("byTotal");
      }
    }
  }

  @Test
  void theBuilderTakesBeansAndSeedsWhichAreLoadedAfterAllTablesAreThere() {
    Engine.passes(1, Described.class);
  }

  static class Clocks {
    @RegisterExtension static final KeystoneDbExtension DB = users().build();

    private static final KeystoneClock BEFORE_TESTS = DB.clock();

    @RepeatedTest(2)
    void eachTestHasAClockOfItsOwn(KeystoneClock clock) {
      assertThat(DB.clock()).isSameAs(clock).isSameAs(DB.database().clock());
      assertThat(clock).isNotSameAs(BEFORE_TESTS);
      assertThat(clock.instant()).isBefore(Instant.now().plus(Duration.ofHours(1)));

      DB.clock().advance(Duration.ofDays(1));

      assertThat(clock.instant()).isAfter(Instant.now().plus(Duration.ofHours(1)));
    }
  }

  @Test
  void theClockIsThatOfTheRunningTest() {
    Engine.passes(2, Clocks.class);
  }
}
