package io.keystonedb.migration;

import static io.keystonedb.migration.Sides.USERS;
import static io.keystonedb.migration.Sides.key;
import static io.keystonedb.migration.Sides.n;
import static io.keystonedb.migration.Sides.put;
import static io.keystonedb.migration.Sides.s;
import static io.keystonedb.migration.Sides.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.Database;
import io.keystonedb.sdk.KeystoneDynamoDbClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.Mockito;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DescribeTimeToLiveRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

class ComparisonTest {
  private final DynamoDbClient primary = Sides.users();
  private final DynamoDbClient shadow = Sides.users();

  @Test
  void equalTablesAreReadOnce() {
    for (int i = 0; i < 50; i++) {
      put(primary, user("u" + i, "U", i));
      put(shadow, user("u" + (49 - i), "U", 49 - i));
    }
    DynamoDbClient counted = Mockito.spy(shadow);

    ComparisonResult result = Comparison.of(primary, counted).tables(USERS).run();

    assertThat(result.isEqual()).isTrue();
    assertThat(result.scans())
        .containsExactly(
            new ComparisonResult.Scan(USERS, null, 50, 50, 0),
            new ComparisonResult.Scan(USERS, "by-city", 0, 0, 0));
    Mockito.verify(counted, Mockito.times(2)).scan(Mockito.any(ScanRequest.class));
  }

  @Test
  void onlyItemsWhoseSumsDifferAreComparedOneByOne() {
    for (int i = 0; i < 2000; i++) {
      put(primary, user("u" + i, "U", i));
      put(shadow, user("u" + i, "U", i == 1234 ? -1 : i));
    }

    ComparisonResult result = Comparison.of(primary, shadow).tables(USERS).run();

    assertThat(result.discrepancies()).extracting(Discrepancy::key).containsExactly(key("u1234"));
    assertThat(result.scans().get(0).comparedOneByOne()).isBetween(2L, 10L);
  }

  @Test
  void manyDifferencesGoThroughFilesThatAreRemoved(@TempDir Path directory) throws Exception {
    for (int i = 0; i < 1500; i++) {
      put(primary, rich("u" + i, i));
      put(shadow, rich("u" + i, i + 1));
    }
    List<Integer> files = new ArrayList<>();

    ComparisonResult result =
        Comparison.of(primary, shadow)
            .tables(USERS)
            .keep(10_000)
            .itemsInMemory(1000, directory)
            .handler(each -> files.add(count(directory)))
            .run();

    assertThat(result.counts()).containsEntry(DiscrepancyKind.ITEM_DIFFERS, 1500L);
    assertThat(result.discrepancies())
        .allSatisfy(
            each ->
                assertThat(each.differences())
                    .extracting(Difference::path)
                    .containsExactly("l[0]", "m.n", "n", "ns"));
    assertThat(files).hasSize(1500).allSatisfy(each -> assertThat(each).isGreaterThan(1));
    assertThat(count(directory)).isZero();
  }

  private static int count(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return (int) files.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void handlersGetToKnowOfEachDiscrepancyAlsoOfThoseThatAreNotKept() {
    for (int i = 0; i < 3; i++) {
      put(primary, user("u" + i, "U", i));
    }
    List<Map<String, AttributeValue>> first = new ArrayList<>();
    List<DiscrepancyKind> second = new ArrayList<>();

    ComparisonResult result =
        Comparison.of(primary, shadow)
            .tables(USERS)
            .keep(1)
            .handler(
                each -> {
                  first.add(each.key());
                  throw new IllegalStateException("handler");
                })
            .handler(each -> second.add(each.kind()))
            .run();

    assertThat(first).containsExactlyInAnyOrder(key("u0"), key("u1"), key("u2"));
    assertThat(second).hasSize(3).containsOnly(DiscrepancyKind.ITEM_MISSING);
    assertThat(result.discrepancies()).hasSize(1);
    assertThat(result.counts()).containsEntry(DiscrepancyKind.ITEM_MISSING, 3L);
  }

  private static Map<String, AttributeValue> rich(String id, int number) {
    return Map.of(
        "id", s(id),
        "n", n(number),
        "ns", AttributeValue.builder().ns(number + "", "100000").build(),
        "ss", AttributeValue.builder().ss("a", "b").build(),
        "b", AttributeValue.builder().b(SdkBytes.fromUtf8String("bytes")).build(),
        "bs", AttributeValue.builder().bs(SdkBytes.fromUtf8String("x")).build(),
        "bool", AttributeValue.builder().bool(true).build(),
        "nul", AttributeValue.builder().nul(true).build(),
        "l", AttributeValue.builder().l(n(number), s("same")).build(),
        "m", AttributeValue.builder().m(Map.of("n", n(number), "s", s("same"))).build());
  }

  @Test
  void allTablesOfBothSidesAreCompared() {
    Sides.createUsers(primary, "only-here");
    Sides.createUsers(shadow, "only-there");

    ComparisonResult result = Comparison.of(primary, shadow).run();

    assertThat(result.discrepancies())
        .extracting(each -> each.kind() + " " + each.table())
        .containsExactly("TABLE_MISSING only-here", "TABLE_EXTRA only-there");
  }

  @Test
  void anotherDefinitionIsADiscrepancy() {
    DynamoDbClient other = KeystoneDynamoDbClient.create(Database.inMemory());
    other.createTable(
        table ->
            table
                .tableName(USERS)
                .billingMode("PAY_PER_REQUEST")
                .attributeDefinitions(a -> a.attributeName("id").attributeType("S"))
                .keySchema(k -> k.attributeName("id").keyType("HASH")));

    ComparisonResult result = Comparison.of(primary, other).tables(USERS).run();

    assertThat(result.discrepancies())
        .extracting(Discrepancy::kind)
        .containsExactly(DiscrepancyKind.TABLE_DEFINITION);
  }

  @Test
  void anotherAttributeByWhichItemsExpireIsADiscrepancy() {
    expireBy("expires", primary);

    ComparisonResult result = Comparison.of(primary, shadow).tables(USERS).run();

    assertThat(result.discrepancies())
        .extracting(Discrepancy::kind)
        .containsExactly(DiscrepancyKind.TABLE_DEFINITION);
    assertThat(result.discrepancies().get(0).primary()).endsWith("; time to live by expires");
    assertThat(result.discrepancies().get(0).shadow()).doesNotContain("time to live");

    expireBy("expires", shadow);
    assertThat(Comparison.of(primary, shadow).tables(USERS).run().isEqual()).isTrue();
  }

  @Test
  void aSideThatDoesNotSayHowItemsExpireIsComparedWithout() {
    expireBy("expires", primary);
    DynamoDbClient silent = Mockito.spy(shadow);
    Mockito.doThrow(DynamoDbException.builder().statusCode(400).message("no such thing").build())
        .when(silent)
        .describeTimeToLive(Mockito.any(DescribeTimeToLiveRequest.class));

    assertThat(Comparison.of(primary, silent).tables(USERS).run().isEqual()).isTrue();
  }

  private static void expireBy(String attribute, DynamoDbClient client) {
    client.updateTimeToLive(
        update ->
            update
                .tableName(USERS)
                .timeToLiveSpecification(ttl -> ttl.enabled(true).attributeName(attribute)));
  }

  @Test
  void renamedTablesAndAttributesCompareAsTheSame() {
    DynamoDbClient other = KeystoneDynamoDbClient.create(Database.inMemory());
    Sides.createUsers(other, "users-v2");
    put(primary, user("alice", "Alice", 30));
    other.putItem(
        put ->
            put.tableName("users-v2")
                .item(Map.of("id", s("alice"), "fullName", s("Alice"), "age", n("30.0"))));

    ComparisonResult result =
        Comparison.of(primary, other)
            .tables(USERS)
            .rules(
                ComparisonRules.builder()
                    .renameTable(USERS, "users-v2")
                    .renameAttribute(USERS, "name", "fullName")
                    .build())
            .run();

    assertThat(result.discrepancies()).isEmpty();
    assertThat(result.scans().get(0).shadowItems()).isEqualTo(1);
  }

  @Test
  void rulesHoldForSumsToo() {
    put(primary, Map.of("id", s("a"), "at", n(1000), "audit", s("x"), "l", list("a", "b")));
    put(shadow, Map.of("id", s("a"), "at", n(1003), "audit", s("y"), "l", list("b", "a")));
    ComparisonRules rules =
        ComparisonRules.builder()
            .ignore("audit")
            .unorderedList("l")
            .time("at", Duration.ofSeconds(5))
            .build();

    assertThat(Comparison.of(primary, shadow).rules(rules).run().isEqual()).isTrue();
    assertThat(Comparison.of(primary, shadow).run().discrepancies().get(0).differences())
        .extracting(Difference::path)
        .containsExactly("at", "audit", "l");
  }

  private static AttributeValue list(String... texts) {
    return AttributeValue.builder().l(Stream.of(texts).map(Sides::s).toList()).build();
  }

  @Test
  void anItemThatIsEqualWhenReadAgainDoesNotCount() {
    put(primary, user("alice", "Alice", 30));
    DynamoDbClient late = Mockito.spy(shadow);
    // The first read of the item is the scan for sums, the second the one for its bucket.
    Mockito.doCallRealMethod()
        .doAnswer(
            call -> {
              Object page = call.callRealMethod();
              put(shadow, user("alice", "Alice", 30));
              return page;
            })
        .doCallRealMethod()
        .when(late)
        .scan(Mockito.any(ScanRequest.class));

    ComparisonResult result =
        Comparison.of(primary, late).tables(USERS).settle(1, Duration.ZERO).run();

    assertThat(result.discrepancies()).isEmpty();
  }

  @Test
  void theDualWriteClientKnowsWhichWriteWasLost() {
    Sides sides = Sides.sequential();
    put(sides.client, user("alice", "Alice", 30));
    put(sides.client, user("bob", "Bob", 40));
    Sides.delete(sides.client, "bob");
    put(sides.shadow, user("bob", "Bob", 40));

    ComparisonResult result = sides.dualWrite().comparison().run();

    assertThat(result.discrepancies()).hasSize(1);
    assertThat(result.discrepancies().get(0).kind()).isEqualTo(DiscrepancyKind.ITEM_EXTRA);
    assertThat(result.discrepancies().get(0).context()).containsEntry("last write", "DeleteItem");
    assertThat(List.of(result.toString().split("\n")).get(0)).startsWith("users: 1 items");
  }
}
