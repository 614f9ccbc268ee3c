package io.keystonedb.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.KeystoneClock;
import io.keystonedb.migration.ComparisonRules;
import io.keystonedb.migration.DiscrepancyKind;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EventType;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbAsyncTable;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** {@link DualWrite}: what it finds, says and accepts. */
class DualWriteAnnotationTest {
  private static Map<String, AttributeValue> key(String id) {
    return Map.of("id", AttributeValue.builder().s(id).build());
  }

  static DynamoDbClient adding() {
    return Bent.adding("extra", "x");
  }

  static DynamoDbClient keeping() {
    return Bent.keeping();
  }

  @UsersTable
  @DualWrite(method = "adding")
  static class WritesMore {
    @Test
    void test(DynamoDbClient client) {
      Users.put(client, "cid");
      Users.put(client, "dot");
    }
  }

  @Test
  void whatDiffersAtTheEndFailsTheTestAndIsShown() {
    assertThat(Engine.failures(Engine.run(WritesMore.class)))
        .contains(
            "WritesMore.test: KeystoneDB (primary) and the given client (shadow) differ, 2"
                + " discrepancies:",
            "item differs",
            "{\"id\":{\"S\":\"cid\"}}",
            "extra: extra, nothing against",
            "WritesMore.html",
            "@ExpectDiscrepancy(kind = ITEM_DIFFERS");
  }

  @UsersTable
  @DualWrite(method = "adding", show = 1)
  static class ShowsOne {
    @Test
    void test(DynamoDbClient client) {
      Users.put(client, "cid");
      Users.put(client, "dot");
    }
  }

  @Test
  void showSaysHowManyAreInTheMessage() {
    assertThat(Engine.failures(Engine.run(ShowsOne.class)))
        .contains("2 discrepancies", "\n1. ", "and 1 more.")
        .doesNotContain("\n2. ");
  }

  @UsersTable
  @DualWrite(method = "keeping")
  static class LosesDeletes {
    @Test
    void test(DynamoDbClient client) {
      client.deleteItem(r -> r.tableName("users").key(key("ada")));
      assertThat(client.getItem(r -> r.tableName("users").key(key("ada"))).hasItem()).isFalse();
    }
  }

  @Test
  void aReadThatDiffersIsFoundWhenItHappensAndExplainsWhatFollows() {
    assertThat(Engine.failures(Engine.run(LosesDeletes.class)))
        .contains("1. GetItem: item extra", "follows from discrepancy 1");
  }

  @UsersTable
  @KeystoneDb(beans = @BeanTable(Order.class))
  @DualWrite(method = "adding")
  static class AllClients {
    @AfterEach
    void leavesAnItem() {
      // Whatever has written: what counts is the state at the very end.
    }

    @Test
    void async(DynamoDbAsyncClient client) {
      client.putItem(r -> r.tableName("users").item(key("cid"))).join();
    }

    @Test
    void table(DynamoDbTable<Order> orders) {
      orders.putItem(order());
    }

    @Test
    void asyncTable(DynamoDbAsyncTable<Order> orders) {
      orders.putItem(order()).join();
    }

    private static Order order() {
      Order order = new Order();
      order.setCustomer("ada");
      order.setNumber(1L);
      order.setStatus("OPEN");
      order.setTotal(5L);
      return order;
    }
  }

  @Test
  void everyKindOfClientWritesToBothSidesAndIndexesAreCompared() {
    EngineExecutionResults results = Engine.run(AllClients.class);

    results.testEvents().assertStatistics(s -> s.started(3).failed(3));
    assertThat(Engine.failures(results))
        .contains(
            "AllClients.async", "AllClients.table", "AllClients.asyncTable", "index byStatus");
  }

  @UsersTable
  @DualWrite(method = "adding", failing = false)
  static class OnlyReported {
    @Test
    void test(DynamoDbClient client) {
      Users.put(client, "cid");
    }
  }

  @Test
  void discrepanciesThatDoNotFailAreInTheReport() throws Exception {
    EngineExecutionResults results = Engine.run(OnlyReported.class);

    Engine.check(1, results);
    assertThat(entry(results))
        .containsEntry("keystonedb.dual-write.tests", "1")
        .containsEntry("keystonedb.dual-write.tests-with-discrepancies", "1")
        .containsEntry("keystonedb.dual-write.item-differs", "1")
        .containsEntry("keystonedb.dual-write.reference", "the given client");
    assertThat(Files.readString(Engine.PAGES.resolve(OnlyReported.class.getName() + ".html")))
        .contains("item differs", "cid", "test(DynamoDbClient)");
  }

  private static Map<String, String> entry(EngineExecutionResults results) {
    List<Map<String, String>> entries =
        results
            .allEvents()
            .filter(event -> event.getType() == EventType.REPORTING_ENTRY_PUBLISHED)
            .map(event -> event.getRequiredPayload(ReportEntry.class).getKeyValuePairs())
            .toList();
    assertThat(entries).hasSize(1);
    return entries.get(0);
  }

  @UsersTable
  @DualWrite(method = "adding", ignore = "extra")
  static class Ignoring {
    @RepeatedTest(2)
    void test(DynamoDbClient client) {
      Users.expectOnly(client, "ada", "bob");
    }
  }

  static final class Rules implements Supplier<ComparisonRules> {
    @Override
    public ComparisonRules get() {
      return ComparisonRules.builder().ignore("users", "ext*".replace("*", "ra")).build();
    }
  }

  @UsersTable
  @DualWrite(method = "adding", rules = Rules.class)
  static class ByRules {
    @RepeatedTest(2)
    void test(DynamoDbClient client) {
      Users.expectOnly(client, "ada", "bob");
    }
  }

  @Test
  void rulesSayWhatCounts() {
    Engine.passes(4, Ignoring.class, ByRules.class);
  }

  @UsersTable
  @DualWrite(method = "adding")
  @ExpectDiscrepancy(kind = DiscrepancyKind.ITEM_DIFFERS, path = "extra", because = "it is bent")
  static class Expecting {
    @Test
    void onTheClass(DynamoDbClient client) {
      Users.put(client, "cid");
    }

    @Test
    void whichNeedNotOccurInEachTest() {}
  }

  @UsersTable
  @DualWrite(method = "keeping")
  static class ExpectingOnMethods {
    @Test
    @ExpectDiscrepancy(operation = "GetItem", because = "deletes get lost")
    void whatFollowsIsExpectedToo(DynamoDbClient client) {
      client.deleteItem(r -> r.tableName("users").key(key("ada")));
      client.getItem(r -> r.tableName("users").key(key("ada")));
    }

    @Test
    @ExpectDiscrepancy(table = "users", because = "deletes get lost")
    void byTable(DynamoDbClient client) {
      client.deleteItem(r -> r.tableName("users").key(key("ada")));
    }
  }

  @Test
  void discrepanciesThatAreKnownPass() {
    EngineExecutionResults results = Engine.run(Expecting.class);

    Engine.check(2, results);
    assertThat(entry(results))
        .containsEntry("keystonedb.dual-write.expected-discrepancies", "1")
        .containsEntry("keystonedb.dual-write.tests-with-discrepancies", "0");
    Engine.passes(2, ExpectingOnMethods.class);
  }

  @Test
  void thePageOfAClassTellsWhatWasExpected() throws Exception {
    Engine.passes(2, ExpectingOnMethods.class);

    assertThat(Files.readString(Engine.PAGES.resolve(ExpectingOnMethods.class.getName() + ".html")))
        .contains("Both sides are equal but for what is expected")
        .contains("expected: deletes get lost")
        .contains("expected: follows from one that is expected", "follows from <a href=\"#d");
  }

  @UsersTable
  @DualWrite(reference = Reference.KEYSTONEDB)
  static class ExpectingInVain {
    @Test
    @ExpectDiscrepancy(kind = DiscrepancyKind.ITEM_EXTRA, because = "it was so once")
    void test() {}
  }

  @UsersTable
  @DualWrite(reference = Reference.KEYSTONEDB)
  @ExpectDiscrepancy(operation = "Query", because = "it was so once")
  static class ExpectingInVainOnTheClass {
    @Test
    void test() {}

    @Nested
    class Inner {
      @Test
      void test() {}
    }
  }

  @Test
  void discrepanciesThatNoLongerOccurFail() {
    assertThat(Engine.failures(Engine.run(ExpectingInVain.class)))
        .contains(
            "ExpectingInVain.test: @ExpectDiscrepancy(kind = [ITEM_EXTRA]",
            "because = \"it was so once\"",
            "no longer occurs",
            "To fix it: remove the annotation");
    assertThat(Engine.failures(Engine.run(ExpectingInVainOnTheClass.class)))
        .contains(
            "ExpectingInVainOnTheClass: @ExpectDiscrepancy(operation = \"Query\"",
            "no longer occurs");
  }

  @UsersTable
  @DualWrite(method = "adding")
  static class ExpectingAnother {
    @Test
    @ExpectDiscrepancy(path = "name", because = "names differ")
    void test(DynamoDbClient client) {
      Users.put(client, "cid");
    }
  }

  @Test
  void anotherDiscrepancyThanTheExpectedOneFails() {
    assertThat(Engine.failures(Engine.run(ExpectingAnother.class)))
        .contains("1 discrepancy", "extra: extra");
  }

  @UsersTable
  @DualWrite(method = "adding")
  static class FailsItself {
    @Test
    void test(DynamoDbClient client) {
      Users.put(client, "cid");
      throw new IllegalStateException("the test's own failure");
    }
  }

  @Test
  void aFailureOfTheTestComesFirst() {
    assertThat(Engine.failures(Engine.run(FailsItself.class))).contains("the test's own failure");
  }

  @UsersTable
  @DualWrite(method = "adding")
  static class Outer {
    @Nested
    class Inherits {
      @Test
      void test(DynamoDbClient client) {
        Users.put(client, "cid");
      }
    }

    @Nested
    @DualWrite(reference = Reference.KEYSTONEDB)
    class HasItsOwn {
      @Test
      void test(DynamoDbClient client) {
        Users.put(client, "cid");
      }
    }

    @Nested
    @DualWrite(reference = Reference.NONE)
    class HasNone {
      @Test
      void test(DynamoDbClient client) {
        Users.put(client, "cid");
      }
    }
  }

  @Test
  void nestedClassesInheritTheInnermost() {
    EngineExecutionResults results = Engine.run(Outer.class);

    results.testEvents().assertStatistics(s -> s.started(3).succeeded(2).failed(1));
    assertThat(Engine.failures(results)).contains("Outer$Inherits.test");
  }

  static class Registered {
    @RegisterExtension
    static final KeystoneDbExtension DB =
        KeystoneDbExtension.builder().schema(Users::createTable).build();

    final DynamoDbClient client = DB.client();

    @RepeatedTest(3)
    void test() {
      Users.expectOnly(client);
    }
  }

  @UsersTable
  static class NotAnnotated {
    @RepeatedTest(3)
    void test(DynamoDbClient client) {
      Users.expectOnly(client, "ada", "bob");
    }
  }

  @Test
  void aParameterSwitchesItOnForClassesThatSayNothing() {
    for (Class<?> each : List.of(Registered.class, NotAnnotated.class)) {
      EngineExecutionResults results = Engine.runWith("keystonedb.dual-write", "keystonedb", each);

      Engine.check(3, results);
      assertThat(entry(results))
          .containsEntry("keystonedb.dual-write.reference", "another KeystoneDB")
          .containsEntry("keystonedb.dual-write.requests", "6");
    }
  }

  @Test
  void aParameterSwitchesItOffOrFailuresOnly() {
    Engine.check(1, Engine.runWith("keystonedb.dual-write", "off", WritesMore.class));
    Engine.check(1, Engine.runWith("keystonedb.dual-write.failing", "false", WritesMore.class));
  }

  @UsersTable
  @KeystoneDb(lifecycle = Lifecycle.RESTORE)
  @DualWrite(reference = Reference.KEYSTONEDB)
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class Restored {
    static DynamoDbClient stable;
    DynamoDbClient field;

    @BeforeEach
    void before() {
      Users.put(stable, "cid");
    }

    @RepeatedTest(3)
    void startsFromTheSame(DynamoDbClient client, KeystoneClock clock) {
      assertThat(client).isSameAs(stable).isSameAs(field);
      Users.expectOnly(stable, "ada", "bob", "cid");
      clock.advance(java.time.Duration.ofDays(1));
    }
  }

  @UsersTable
  @KeystoneDb(lifecycle = Lifecycle.SHARED)
  @DualWrite(reference = Reference.KEYSTONEDB)
  static class Shared {
    @RepeatedTest(3)
    void test(DynamoDbClient client, org.junit.jupiter.api.RepetitionInfo repetition) {
      Users.put(client, "user" + repetition.getCurrentRepetition());
      assertThat(Users.ids(client)).hasSize(2 + repetition.getCurrentRepetition());
    }
  }

  @Test
  void theReferenceIsInStepWhereClientsOutliveATest() {
    Engine.passes(3, Restored.class);
    Engine.passes(3, Shared.class);
  }

  @UsersTable
  @KeystoneDb(tables = @Table(name = "carts", partitionKey = "id", ttl = "expires"))
  @DualWrite(reference = Reference.KEYSTONEDB)
  static class MovesTheClock {
    @Test
    void test(DynamoDbClient client, KeystoneClock clock) {
      long soon = clock.epochSeconds() + 60;
      client.putItem(
          r ->
              r.tableName("carts")
                  .item(
                      Map.of(
                          "id", AttributeValue.builder().s("a").build(),
                          "expires", AttributeValue.builder().n("" + soon).build())));
      clock.advance(java.time.Duration.ofHours(1));
      assertThat(client.scan(r -> r.tableName("carts")).items()).isEmpty();
    }
  }

  @Test
  void anotherKeystoneDbFollowsTheClock() {
    Engine.passes(1, MovesTheClock.class);
  }
}
