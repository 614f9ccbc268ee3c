package io.keystonedb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keystonedb.testing.Databases;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class QueryTest {
  @RegisterExtension final Databases databases = new Databases();
  private Database db;

  /** Five items of one partition in each of three tables, by the type of their sort key. */
  @BeforeEach
  void fill() {
    db = databases.open();
    TableSchema schema =
        TableSchema.create()
            .partitionKey("p")
            .globalIndex(GlobalSecondaryIndex.of("by-color", "color").sortKey("i", ValueType.N));
    db.createTable("numbers", schema.sortKey("s", ValueType.N));
    db.createTable("texts", schema.sortKey("s", ValueType.S));
    db.createTable("bytes", schema.sortKey("s", ValueType.B));
    for (int i = 1; i <= 5; i++) {
      put("numbers", Value.number(i * 10), i);
      put("texts", Value.string("ab".substring(0, 1 + i % 2) + i), i);
      put("bytes", Value.binary(new byte[] {(byte) (i % 2), (byte) i}), i);
    }
  }

  private void put(String table, Value sort, int i) {
    Item item =
        Item.builder()
            .value("s", sort)
            .number("i", i)
            .string("color", i % 2 == 0 ? "red" : "blue")
            .string("name", "n" + i)
            .build();
    db.table(table).put(item.with("p", Value.string("x")));
    db.table(table).put(item.with("p", Value.string("another partition")));
  }

  /** The numbers of the items that a query returns. */
  private List<Integer> numbers(String table, Query query) {
    return numbers(db.table(table).query(query));
  }

  private static List<Integer> numbers(Page page) {
    return page.items().stream()
        .map(item -> ((Value.N) item.get("i")).toBigDecimal().intValueExact())
        .toList();
  }

  /** In "texts" the keys are a2, a4, ab1, ab3, ab5; in "bytes" 0 2, 0 4, 1 1, 1 3, 1 5. */
  static Stream<Arguments> conditions() {
    byte[] one = {1};
    return Stream.of(
        Arguments.of("equals", "numbers", x().skEquals(Value.number("30.0")), List.of(3)),
        Arguments.of("equals no item", "numbers", x().skEquals(Value.number(31)), List.of()),
        Arguments.of("less than", "numbers", x().skLessThan(Value.number(30)), List.of(1, 2)),
        Arguments.of("at most", "numbers", x().skAtMost(Value.number(30)), List.of(1, 2, 3)),
        Arguments.of("greater", "numbers", x().skGreaterThan(Value.number(30)), List.of(4, 5)),
        Arguments.of("at least", "numbers", x().skAtLeast(Value.number(30)), List.of(3, 4, 5)),
        Arguments.of(
            "between",
            "numbers",
            x().skBetween(Value.number(20), Value.number(40)),
            List.of(2, 3, 4)),
        Arguments.of("equals text", "texts", x().skEquals("ab3"), List.of(3)),
        Arguments.of("text begins with", "texts", x().skBeginsWith("ab"), List.of(1, 3, 5)),
        Arguments.of("between texts", "texts", x().skBetween("a4", "ab3"), List.of(4, 1, 3)),
        Arguments.of("less than text", "texts", x().skLessThan(Value.string("ab1")), List.of(2, 4)),
        Arguments.of("bytes begin with", "bytes", x().skBeginsWith(one), List.of(1, 3, 5)),
        Arguments.of(
            "bytes begin with value",
            "bytes",
            x().skBeginsWith(Value.binary(new byte[] {0})),
            List.of(2, 4)),
        Arguments.of("everything", "numbers", x(), List.of(1, 2, 3, 4, 5)));
  }

  private static Query x() {
    return Query.of("x");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("conditions")
  void aConditionOnTheSortKeySelectsItemsInItsOrder(
      String name, String table, Query query, List<Integer> expected) {
    assertThat(numbers(table, query)).isEqualTo(expected);
  }

  static Stream<Query> formsOfThePartition() {
    return Stream.of(
        Query.of("x"),
        Query.of("x".getBytes(StandardCharsets.UTF_8)),
        Query.of(Value.binary("x".getBytes(StandardCharsets.UTF_8))),
        Query.of(Value.string("x")));
  }

  @ParameterizedTest
  @MethodSource("formsOfThePartition")
  void everyFormOfThePartitionKeyNamesTheSamePartition(Query query) {
    db.put("x", "1", Item.builder().number("i", 1).build());
    db.put("x", "2", Item.builder().number("i", 2).build());
    db.put("y", "3", Item.builder().number("i", 3).build());

    assertThat(numbers(db.query(query))).containsExactly(1, 2);
  }

  @Test
  void aStringOnABinarySortKeyStandsForItsBytes() {
    db.put("x", "a", Item.builder().number("i", 1).build());
    db.put("x", "b", Item.builder().number("i", 2).build());

    assertThat(numbers(db.query(Query.of("x").skEquals("b")))).containsExactly(2);
    assertThat(numbers(db.query(Query.of("x").skAtMost(Value.string("a"))))).containsExactly(1);
  }

  @Test
  void aQueryHasOneConditionOnItsSortKey() {
    Query query = Query.of("x").skAtLeast(Value.number(1));

    assertThatThrownBy(() -> query.skAtMost(Value.number(5)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the query already has a condition on its sort key");
  }

  @Test
  void aConditionNeedsASortKey() {
    db.createTable("plain", TableSchema.create().partitionKey("p"));

    assertThatThrownBy(() -> db.table("plain").query(Query.of("x").skEquals("s")))
        .isInstanceOf(KeystoneException.class)
        .hasMessage("The key of the table or index has no sort key to put a condition on");
  }

  @Test
  void descendingReadsFromTheEnd() {
    assertThat(numbers("numbers", x().descending())).containsExactly(5, 4, 3, 2, 1);
    assertThat(numbers("numbers", x().descending().limit(2))).containsExactly(5, 4);
    assertThat(numbers("numbers", x().skLessThan(Value.number(30)).descending()))
        .containsExactly(2, 1);
  }

  @Test
  void pagesFollowEachOtherInBothDirections() {
    List<List<Integer>> pages = new ArrayList<>();
    List<List<Integer>> back = new ArrayList<>();
    Page page = null;
    do {
      page = db.table("numbers").query(x().limit(2).startKey(page == null ? null : page.lastKey()));
      pages.add(numbers(page));
    } while (page.hasMore() && pages.size() < 10);
    do {
      page = db.table("numbers").query(x().limit(2).descending().startKey(page.lastKey()));
      back.add(numbers(page));
    } while (page.hasMore() && back.size() < 10);

    assertThat(pages).containsExactly(List.of(1, 2), List.of(3, 4), List.of(5));
    assertThat(back).containsExactly(List.of(5, 4), List.of(3, 2), List.of(1));
  }

  @Test
  void aPageMayEndAtAnItemWithoutItsOptionalSortKey() {
    db.put("x", Item.builder().number("i", 1).build());
    db.put("x", "s", Item.builder().number("i", 2).build());

    Page first = db.query(x().limit(1));
    Page second = db.query(x().startKey(first.lastKey()));

    assertThat(numbers(first)).containsExactly(1);
    assertThat(numbers(second)).containsExactly(2);
  }

  @Test
  void aFilterAppliesToWhatWasRead() {
    Page page =
        db.table("numbers")
            .query(
                x().limit(4)
                    .filter("#n > :two AND color = :red")
                    .name("#n", "i")
                    .value(":two", Value.number(2))
                    .value(":red", Value.string("red")));

    assertThat(numbers(page)).containsExactly(4);
    assertThat(page.count()).isEqualTo(1);
    assertThat(page.scannedCount()).isEqualTo(4);
    assertThat(page.lastKey()).containsEntry("s", Value.number(40));
  }

  @Test
  void aProjectionReturnsOnlyTheAttributesItNames() {
    assertThat(
            db.table("numbers")
                .query(
                    x().skEquals(Value.number(30)).projection("#name, color").name("#name", "name"))
                .items())
        .containsExactly(Item.builder().string("color", "blue").string("name", "n3").build());
  }

  @Test
  void aConditionOnAnIndexIsOneOnItsOwnSortKey() {
    Query query = Query.of("blue").index("by-color").skBetween(Value.number(2), Value.number(5));

    assertThat(numbers("numbers", query)).containsExactly(3, 3, 5, 5);
  }

  @Test
  void aQueryMayBeUsedAgainOnOtherTablesAndIndexes() {
    Query query = x().filter("#pk <> :pk").name("#pk", "color").value(":pk", Value.string("red"));
    db.createTable("others", TableSchema.create().partitionKey("q").globalIndex("by-name", "name"));
    db.table("others").put("x", Item.builder().number("i", 7).build());

    assertThat(numbers("numbers", query)).containsExactly(1, 3, 5);
    assertThat(numbers("texts", query)).containsExactly(1, 3, 5);
    assertThat(numbers("others", query)).containsExactly(7);
    assertThat(numbers("numbers", query.limit(2).value(":pk", Value.string("blue"))))
        .containsExactly(2);
    assertThat(numbers("others", query.index("by-name"))).isEmpty();
  }

  @Test
  void aStringBesideBytesStandsForItsBytes() {
    db.put("x", "a", Item.builder().number("i", 1).build());
    db.put("x", "c", Item.builder().number("i", 2).build());
    byte[] b = {'b'};

    assertThat(numbers(db.query(x().skBetween(Value.string("a"), Value.binary(b)))))
        .containsExactly(1);
    assertThat(numbers(db.query(x().skBetween(Value.binary(b), Value.string("d")))))
        .containsExactly(2);
  }

  @Test
  void aKeyNestedTooDeepIsRefusedAsInAnItem() {
    Value nested = Value.list();
    for (int i = 0; i < 32; i++) {
      nested = Value.list(nested);
    }
    Query byPartition = Query.of(nested);
    Query bySort = x().skEquals(nested);
    String tooDeep =
        "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit";

    assertThatThrownBy(() -> db.query(byPartition)).hasMessage(tooDeep);
    assertThatThrownBy(() -> db.query(bySort)).hasMessage(tooDeep);
  }
}
