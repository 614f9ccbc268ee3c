package io.keystonedb.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.Database;
import io.keystonedb.KeystoneClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ForkTest {

  @UsersTable
  static class Sample {
    static DynamoDbClient template;
    DynamoDbClient field;
    final DynamoDbClient fromConstructor;

    Sample(DynamoDbClient client) {
      fromConstructor = client;
    }

    @BeforeAll
    static void addsCid(DynamoDbClient client) {
      assertThat(client).isSameAs(template);
      Users.put(client, "cid");
    }

    @BeforeEach
    void addsDan(DynamoDbClient client) {
      Users.put(client, "dan");
    }

    @Test
    void first(DynamoDbClient client) {
      assertThat(client).isSameAs(field).isSameAs(fromConstructor);
      Users.expectOnly(client, "ada", "bob", "cid", "dan");
    }

    @Test
    void second() {
      Users.put(template, "late");
      Users.expectOnly(field, "ada", "bob", "cid", "dan");
    }

    @RepeatedTest(3)
    void repeated(DynamoDbClient client) {
      Users.expectOnly(client, "ada", "bob", "cid", "dan");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "y"})
    void parameterized(String argument, DynamoDbClient client, Database database) {
      assertThat(database.table("users").get("ada")).isPresent();
      Users.expectOnly(client, "ada", "bob", "cid", "dan");
    }

    @Nested
    class Inner {
      DynamoDbClient innerField;

      @BeforeAll
      static void addsEve(DynamoDbClient client) {
        Users.put(client, "eve");
      }

      @Test
      void seesWhatBothClassesWrote(DynamoDbClient client) {
        assertThat(client).isSameAs(field).isSameAs(innerField);
        Users.expectOnly(client, "ada", "bob", "cid", "dan", "eve");
      }

      @Test
      @KeystoneDb(tables = @Table(name = "more", partitionKey = "id:N"))
      void aMethodAddsATable(DynamoDbClient client) {
        assertThat(client.listTables().tableNames()).containsExactly("more", "users");
        Users.expectOnly(client, "ada", "bob", "cid", "dan", "eve");
      }
    }

    @Nested
    @KeystoneDb(tables = @Table(name = "extra", partitionKey = "id"))
    class Adding {
      @Test
      void hasBothTables(DynamoDbClient client) {
        assertThat(client.listTables().tableNames()).containsExactly("extra", "users");
        Users.expectOnly(client, "ada", "bob", "cid", "dan");
      }
    }
  }

  @Test
  void eachTestHasACopyOfWhatBeforeAllLeft() {
    Engine.passes(10, Sample.class);
    assertThat(Sample.template).isNull();
  }

  @Test
  void aClassMayRunAgain() {
    Engine.passes(10, Sample.class);
    Engine.passes(10, Sample.class);
  }

  @UsersTable
  static class Crowd {
    @RepeatedTest(500)
    void writesTheSameKeys(DynamoDbClient client, KeystoneClock clock) {
      assertThat(Duration.between(Instant.now(), clock.instant())).isLessThan(Duration.ofHours(1));
      clock.advance(Duration.ofDays(1));
      for (int i = 0; i < 10; i++) {
        client.updateItem(
            r ->
                r.tableName("users")
                    .key(Map.of("id", AttributeValue.fromS("ada")))
                    .updateExpression("ADD age :one")
                    .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1"))));
      }
      assertThat(
              client
                  .getItem(r -> r.tableName("users").key(Map.of("id", AttributeValue.fromS("ada"))))
                  .item())
          .containsEntry("age", AttributeValue.fromN("46"));
    }
  }

  static class Crowd2 extends Crowd {}

  @Test
  void hundredsOfTestsWriteTheSameKeysInParallel() {
    Engine.check(1000, Engine.runParallel(Crowd.class, Crowd2.class));
  }

  @UsersTable
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class PerClass {
    @BeforeAll
    void addsCid(DynamoDbClient client) {
      Users.put(client, "cid");
    }

    @RepeatedTest(3)
    void parametersAreCopies(DynamoDbClient client) {
      Users.expectOnly(client, "ada", "bob", "cid");
    }
  }

  @Test
  void parametersWorkOnAnInstanceForAllTests() {
    Engine.passes(3, PerClass.class);
  }

  @UsersTable
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class PerClassField {
    DynamoDbClient client;

    @Test
    void test() {}
  }

  @UsersTable
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class PerClassConstructor {
    PerClassConstructor(DynamoDbClient client) {}

    @Test
    void test() {}
  }

  @Test
  void fieldsAndConstructorsOfAnInstanceForAllTestsAreRefused() {
    assertThat(Engine.failures(Engine.run(PerClassField.class)))
        .contains(
            "PerClassField: @KeystoneDb(lifecycle = FORK)",
            "the field \"client\"",
            "PER_CLASS",
            "To fix it");
    assertThat(Engine.failures(Engine.run(PerClassConstructor.class)))
        .contains("the constructor's parameter", "PER_CLASS", "To fix it");
  }

  @UsersTable
  record Recorded(DynamoDbClient client, Database database, KeystoneClock clock) {
    @Test
    void first() {
      Users.expectOnly(client, "ada", "bob");
    }

    @Test
    void second() {
      assertThat(database.clock()).isSameAs(clock);
      Users.expectOnly(client, "ada", "bob");
    }
  }

  @Test
  void recordsAreTestClasses() {
    Engine.passes(2, Recorded.class);
  }

  static class OnlyMethods {
    @Test
    @UsersTable
    void annotated(DynamoDbClient client) {
      Users.expectOnly(client, "ada", "bob");
    }

    @RepeatedTest(2)
    @UsersTable
    void repeated(DynamoDbClient client) {
      Users.expectOnly(client, "ada", "bob");
    }

    @Test
    void plain() {}
  }

  @Test
  void aMethodMayBeAnnotatedAlone() {
    Engine.passes(4, OnlyMethods.class);
  }

  @KeystoneDb(tables = @Table(name = "aaa", partitionKey = "id"))
  @KeystoneDb(tables = @Table(name = "bbb", partitionKey = "id"))
  @UsersTable
  static class Several {
    @Test
    void hasAll(DynamoDbClient client) {
      assertThat(client.listTables().tableNames()).containsExactly("aaa", "bbb", "users");
    }
  }

  @UsersTable
  static class Repeating extends Several {}

  @Test
  void annotationsAddUp() {
    Engine.passes(2, Several.class, Repeating.class);
  }
}
