package io.keystonedb.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.KeystoneClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The lifecycles in which clients outlive a test. */
class StableTest {

  @UsersTable
  @KeystoneDb(lifecycle = Lifecycle.RESTORE)
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class Restored {
    static DynamoDbClient stable;
    DynamoDbClient field;

    @BeforeAll
    void addsCid(DynamoDbClient client) {
      Users.put(client, "cid");
    }

    @RepeatedTest(3)
    void startsFromTheSame(DynamoDbClient client, KeystoneClock clock) {
      assertThat(client).isSameAs(stable).isSameAs(field);
      assertThat(Duration.between(Instant.now(), clock.instant())).isLessThan(Duration.ofHours(1));
      clock.advance(Duration.ofDays(1));
      Users.expectOnly(stable, "ada", "bob", "cid");
    }

    @Test
    @KeystoneDb(tables = @Table(name = "more", partitionKey = "id"))
    void aTableOfAMethodIsRolledBackToo() {
      assertThat(stable.listTables().tableNames()).containsExactly("more", "users");
    }

    @Test
    @KeystoneDb(tables = @Table(name = "more", partitionKey = "id"))
    void andCanBeMadeAgain() {
      assertThat(stable.listTables().tableNames()).containsExactly("more", "users");
    }

    @Test
    @KeystoneDb(lifecycle = Lifecycle.FORK)
    void aMethodMayHaveACopy(DynamoDbClient client) {
      Users.put(client, "private");
      assertThat(Users.ids(stable)).containsExactly("ada", "bob", "cid");
    }

    @Nested
    class Inner {
      @BeforeAll
      static void addsEve(DynamoDbClient client) {
        assertThat(client).isSameAs(stable);
        Users.put(client, "eve");
      }

      @RepeatedTest(2)
      void seesBoth() {
        Users.expectOnly(stable, "ada", "bob", "cid", "eve");
      }
    }

    @Nested
    class Other {
      @RepeatedTest(2)
      void doesNotSeeASibling() {
        Users.expectOnly(stable, "ada", "bob", "cid");
      }
    }

    @Nested
    @KeystoneDb(lifecycle = Lifecycle.FORK)
    class Forked {
      @RepeatedTest(2)
      void hasCopies(DynamoDbClient client) {
        assertThat(client).isNotSameAs(stable);
        Users.expectOnly(client, "ada", "bob", "cid");
      }
    }
  }

  @Test
  void restoreKeepsTheClientAndRollsBackDataTablesAndClock() {
    Engine.passes(12, Restored.class);
  }

  @UsersTable
  @KeystoneDb(lifecycle = Lifecycle.RESTORE)
  static class Overlapping {
    @RepeatedTest(20)
    void takesTime() throws InterruptedException {
      Thread.sleep(20);
    }
  }

  @Test
  void overlappingTestsCannotBeRolledBackOneByOne() {
    assertThat(Engine.failures(Engine.runParallel(Overlapping.class)))
        .contains("Overlapping", "lifecycle = RESTORE", "another test", "To fix it");
    Engine.passes(20, Overlapping.class);
  }

  @UsersTable
  @KeystoneDb(lifecycle = Lifecycle.SHARED)
  @TestMethodOrder(MethodOrderer.MethodName.class)
  static class Shared {
    final DynamoDbClient client;

    Shared(DynamoDbClient client) {
      this.client = client;
    }

    @Test
    void a() {
      Users.put(client, "cid");
    }

    @Test
    void b() {
      assertThat(Users.ids(client)).containsExactly("ada", "bob", "cid");
    }
  }

  @Test
  void sharedTestsSeeEachOther() {
    Engine.passes(2, Shared.class);
  }
}
