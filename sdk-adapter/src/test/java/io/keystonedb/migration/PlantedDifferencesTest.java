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
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mockito.ArgumentMatchers;
import org.mockito.Mockito;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Whatever differs is found and called what it is. */
class PlantedDifferencesTest {
  private static final AttributeValue NULL = AttributeValue.builder().nul(true).build();

  private static AttributeValue list(AttributeValue... values) {
    return AttributeValue.builder().l(values).build();
  }

  private static AttributeValue bytes(String text) {
    return AttributeValue.builder().b(SdkBytes.fromUtf8String(text)).build();
  }

  private static AttributeValue strings(String... texts) {
    return AttributeValue.builder().ss(texts).build();
  }

  private static AttributeValue map(Map<String, AttributeValue> map) {
    return AttributeValue.builder().m(map).build();
  }

  /** Differences of an attribute, found by a GetItem and by a comparison of the tables. */
  @TestFactory
  Stream<DynamicTest> findsAnAttributeThatDiffers() {
    return Stream.of(
        attribute("missing", s("x"), null, DifferenceKind.MISSING),
        attribute("extra", null, s("x"), DifferenceKind.EXTRA),
        attribute("changed string", s("Bern"), s("Basel"), DifferenceKind.VALUE),
        attribute("changed number", n(1), n(2), DifferenceKind.VALUE),
        attribute("changed sign", n(1), n(-1), DifferenceKind.VALUE),
        attribute("changed bytes", bytes("abc"), bytes("abd"), DifferenceKind.VALUE),
        attribute(
            "changed truth",
            AttributeValue.builder().bool(true).build(),
            AttributeValue.builder().bool(false).build(),
            DifferenceKind.VALUE),
        attribute("number and string", n(1), s("1"), DifferenceKind.TYPE),
        attribute("string and binary", s("abc"), bytes("abc"), DifferenceKind.TYPE),
        attribute(
            "truth and number",
            AttributeValue.builder().bool(true).build(),
            n(1),
            DifferenceKind.TYPE),
        attribute("set and list", strings("a"), list(s("a")), DifferenceKind.TYPE),
        attribute(
            "set of strings and of numbers",
            strings("1"),
            AttributeValue.builder().ns("1").build(),
            DifferenceKind.TYPE),
        attribute(
            "reordered list", list(s("a"), s("b")), list(s("b"), s("a")), DifferenceKind.ORDER),
        attribute("list cut off", list(s("a"), s("b")), list(s("a")), DifferenceKind.TRUNCATED),
        attribute("string cut off", s("Alexandra"), s("Alex"), DifferenceKind.TRUNCATED),
        attribute("binary cut off", bytes("abcdef"), bytes("abc"), DifferenceKind.TRUNCATED),
        attribute("letter case", s("Bern"), s("BERN"), DifferenceKind.LETTER_CASE),
        attribute("white space", s("Bern"), s(" Bern"), DifferenceKind.VALUE),
        attribute(
            "lost digits",
            n("12345678901234567890"),
            n("12345678901234567000"),
            DifferenceKind.PRECISION),
        attribute(
            "element of a set", strings("a", "b"), strings("a", "c"), DifferenceKind.ELEMENTS),
        attribute("set with one less", strings("a", "b"), strings("a"), DifferenceKind.ELEMENTS),
        attribute("NULL and missing", NULL, null, DifferenceKind.NULL_VS_MISSING),
        attribute("missing and NULL", null, NULL, DifferenceKind.NULL_VS_MISSING),
        attribute("empty and missing", s(""), null, DifferenceKind.EMPTY_VS_MISSING),
        attribute("empty map and missing", map(Map.of()), null, DifferenceKind.EMPTY_VS_MISSING),
        attribute("NULL and empty", NULL, s(""), DifferenceKind.NULL_VS_EMPTY));
  }

  private static DynamicTest attribute(
      String name, AttributeValue one, AttributeValue other, DifferenceKind expected) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          Sides sides = Sides.sequential();
          put(sides.primary, item(one));
          put(sides.shadow, item(other));

          Sides.get(sides.client, "a");
          Discrepancy read = only(sides.dualWrite().discrepancies());
          Discrepancy compared = only(sides.dualWrite().comparison().run().discrepancies());

          assertThat(read.kind()).isEqualTo(DiscrepancyKind.ITEM_DIFFERS);
          assertThat(read.differences())
              .containsExactly(new Difference("it", expected, one, other));
          assertThat(compared.kind()).isEqualTo(DiscrepancyKind.ITEM_DIFFERS);
          assertThat(compared.differences()).isEqualTo(read.differences());
        });
  }

  private static Map<String, AttributeValue> item(AttributeValue value) {
    Map<String, AttributeValue> item = new HashMap<>(key("a"));
    if (value != null) {
      item.put("it", value);
    }
    return item;
  }

  private static Discrepancy only(List<Discrepancy> discrepancies) {
    assertThat(discrepancies).hasSize(1);
    return discrepancies.get(0);
  }

  @Test
  void saysWhereInsideADocumentItIs() {
    Sides sides = Sides.sequential();
    put(
        sides.primary,
        Map.of(
            "id", s("a"), "order", map(Map.of("lines", list(n(1), map(Map.of("price", n(5))))))));
    put(
        sides.shadow,
        Map.of(
            "id", s("a"), "order", map(Map.of("lines", list(n(1), map(Map.of("price", n(6))))))));

    Sides.get(sides.client, "a");

    assertThat(only(sides.dualWrite().discrepancies()).differences())
        .extracting(Difference::path)
        .containsExactly("order.lines[1].price");
  }

  @Test
  void findsAWrongTimeToLive() {
    Sides sides =
        Sides.of(
            builder ->
                builder
                    .mode(Mode.SEQUENTIAL)
                    .rules(
                        ComparisonRules.builder().time("expires", Duration.ofSeconds(2)).build()));
    put(sides.primary, Map.of("id", s("a"), "expires", n(1_700_000_000)));
    put(sides.shadow, Map.of("id", s("a"), "expires", n(1_700_003_600)));
    put(sides.primary, Map.of("id", s("b"), "expires", n(1_700_000_000)));
    put(sides.shadow, Map.of("id", s("b"), "expires", n(1_700_000_001)));

    Sides.get(sides.client, "a");
    Sides.get(sides.client, "b");

    assertThat(only(sides.dualWrite().discrepancies()).differences())
        .extracting(Difference::kind)
        .containsExactly(DifferenceKind.TIME);
  }

  /** Differences of other kinds: how they come about, and what they are to be called. */
  @TestFactory
  Stream<DynamicTest> findsWhatIsNotAnAttribute() {
    return Stream.of(
        planted(
            "missing item",
            DiscrepancyKind.ITEM_MISSING,
            s -> put(s.primary, key("a")),
            PlantedDifferencesTest::getA),
        planted(
            "extra item",
            DiscrepancyKind.ITEM_EXTRA,
            s -> put(s.shadow, key("a")),
            PlantedDifferencesTest::getA),
        planted(
            "missing in a page",
            DiscrepancyKind.ITEM_MISSING,
            s -> put(s.primary, key("a")),
            s -> s.client.scan(scan -> scan.tableName(USERS))),
        planted(
            "other contents of a page",
            DiscrepancyKind.ITEM_DIFFERS,
            s -> {
              put(s.primary, user("a", "A", 1));
              put(s.shadow, user("a", "A", 2));
            },
            s -> s.client.scan(scan -> scan.tableName(USERS))),
        planted(
            "success on the primary only",
            DiscrepancyKind.SHADOW_FAILED,
            s -> put(s.shadow, key("a")),
            PlantedDifferencesTest::putNewA),
        planted(
            "success on the shadow only",
            DiscrepancyKind.PRIMARY_FAILED,
            s -> put(s.primary, key("a")),
            PlantedDifferencesTest::putNewA),
        planted(
            "another error code",
            DiscrepancyKind.ERROR_CODE,
            s -> {
              put(s.primary, key("a"));
              s.shadow.deleteTable(delete -> delete.tableName(USERS));
            },
            PlantedDifferencesTest::putNewA),
        planted(
            "other reasons to cancel",
            DiscrepancyKind.CANCELLATION_REASONS,
            s -> {
              put(s.primary, key("a"));
              put(s.shadow, key("b"));
            },
            s -> s.client.transactWriteItems(t -> t.transactItems(newItem("a"), newItem("b")))),
        planted(
            "other returned values",
            DiscrepancyKind.RETURNED_VALUES,
            s -> {
              put(s.primary, user("a", "A", 1));
              put(s.shadow, user("a", "A", 2));
            },
            PlantedDifferencesTest::addOneToA),
        planted(
            "missing table",
            DiscrepancyKind.SHADOW_FAILED,
            s -> s.shadow.deleteTable(delete -> delete.tableName(USERS)),
            s -> put(s.client, key("a"))));
  }

  private static DynamicTest planted(
      String name, DiscrepancyKind kind, Consumer<Sides> plant, Consumer<Sides> look) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          Sides sides = Sides.sequential();
          plant.accept(sides);
          try {
            look.accept(sides);
          } catch (DynamoDbException e) {
            // The primary's own error, which the caller has to get.
          }
          assertThat(only(sides.dualWrite().discrepancies()).kind()).isEqualTo(kind);
        });
  }

  private static void getA(Sides sides) {
    Sides.get(sides.client, "a");
  }

  private static void putNewA(Sides sides) {
    sides.client.putItem(
        put -> put.tableName(USERS).item(key("a")).conditionExpression("attribute_not_exists(id)"));
  }

  private static void addOneToA(Sides sides) {
    sides.client.updateItem(
        update ->
            update
                .tableName(USERS)
                .key(key("a"))
                .updateExpression("ADD age :one")
                .expressionAttributeValues(Map.of(":one", n(1)))
                .returnValues("UPDATED_NEW"));
  }

  private static TransactWriteItem newItem(String id) {
    return TransactWriteItem.builder()
        .put(
            put ->
                put.tableName(USERS).item(key(id)).conditionExpression("attribute_not_exists(id)"))
        .build();
  }

  /** A shadow that loses something, and what the comparison afterwards says about it. */
  @TestFactory
  Stream<DynamicTest> namesTheWriteThatWasLost() {
    return Stream.of(
        lost(
            "lost put",
            shadow ->
                Mockito.doReturn(PutItemResponse.builder().build())
                    .when(shadow)
                    .putItem(
                        ArgumentMatchers.<PutItemRequest>argThat(
                            p -> p != null && p.item().equals(key("x")))),
            client -> put(client, key("x")),
            DiscrepancyKind.ITEM_MISSING,
            "PutItem"),
        lost(
            "lost delete",
            shadow ->
                Mockito.doReturn(DeleteItemResponse.builder().build())
                    .when(shadow)
                    .deleteItem(ArgumentMatchers.<DeleteItemRequest>any()),
            client -> Sides.delete(client, "a"),
            DiscrepancyKind.ITEM_EXTRA,
            "DeleteItem"),
        lost(
            "lost update",
            shadow ->
                Mockito.doReturn(UpdateItemResponse.builder().build())
                    .when(shadow)
                    .updateItem(ArgumentMatchers.<UpdateItemRequest>any()),
            client ->
                client.updateItem(
                    u ->
                        u.tableName(USERS)
                            .key(key("a"))
                            .updateExpression("SET age = :n")
                            .expressionAttributeValues(Map.of(":n", n(9)))),
            DiscrepancyKind.ITEM_DIFFERS,
            "UpdateItem"),
        lost(
            "lost write of a batch",
            shadow ->
                Mockito.doAnswer(
                        call -> {
                          BatchWriteItemRequest batch = call.getArgument(0);
                          List<WriteRequest> first = batch.requestItems().get(USERS).subList(0, 1);
                          Mockito.doCallRealMethod()
                              .when(shadow)
                              .batchWriteItem(ArgumentMatchers.<BatchWriteItemRequest>any());
                          return shadow.batchWriteItem(
                              batch.toBuilder().requestItems(Map.of(USERS, first)).build());
                        })
                    .when(shadow)
                    .batchWriteItem(ArgumentMatchers.<BatchWriteItemRequest>any()),
            client ->
                client.batchWriteItem(
                    b -> b.requestItems(Map.of(USERS, List.of(putRequest("x"), putRequest("y"))))),
            DiscrepancyKind.ITEM_MISSING,
            "put or update of a BatchWriteItem of 2"),
        lost(
            "half a transaction",
            shadow ->
                Mockito.doAnswer(
                        call -> {
                          TransactWriteItemsRequest whole = call.getArgument(0);
                          Mockito.doCallRealMethod()
                              .when(shadow)
                              .transactWriteItems(
                                  ArgumentMatchers.<TransactWriteItemsRequest>any());
                          return shadow.transactWriteItems(
                              whole.toBuilder()
                                  .transactItems(whole.transactItems().subList(0, 1))
                                  .build());
                        })
                    .when(shadow)
                    .transactWriteItems(ArgumentMatchers.<TransactWriteItemsRequest>any()),
            client -> client.transactWriteItems(t -> t.transactItems(newItem("x"), newItem("y"))),
            DiscrepancyKind.ITEM_MISSING,
            "put or update of a TransactWriteItems of 2"));
  }

  private static WriteRequest putRequest(String id) {
    return WriteRequest.builder().putRequest(put -> put.item(key(id))).build();
  }

  private static DynamicTest lost(
      String name,
      Consumer<DynamoDbClient> fault,
      Consumer<DynamoDbClient> write,
      DiscrepancyKind kind,
      String lastWrite) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          DynamoDbClient shadow = Mockito.spy(Sides.users());
          Sides sides =
              Sides.between(Sides.users(), shadow, builder -> builder.mode(Mode.SEQUENTIAL));
          put(sides.client, user("a", "A", 1));
          fault.accept(shadow);

          write.accept(sides.client);

          Discrepancy found = only(sides.dualWrite().comparison().run().discrepancies());
          assertThat(found.kind()).isEqualTo(kind);
          assertThat(found.context()).containsEntry("last write", lastWrite);
        });
  }

  @Test
  void findsAnIndexEntryThatIsMissingThoughTheItemIsThere() {
    DynamoDbClient shadow = Mockito.spy(Sides.users());
    Sides sides = Sides.between(Sides.users(), shadow, builder -> builder.mode(Mode.SEQUENTIAL));
    put(sides.client, Map.of("id", s("a"), "city", s("Bern"), "age", n(1)));
    put(sides.client, Map.of("id", s("b"), "city", s("Bern"), "age", n(2)));
    Mockito.doAnswer(
            call -> {
              ScanRequest scan = call.getArgument(0);
              return scan.indexName() == null
                  ? call.callRealMethod()
                  : sides.primary.scan(scan.toBuilder().limit(1).build()).toBuilder()
                      .lastEvaluatedKey(null)
                      .build();
            })
        .when(shadow)
        .scan(Mockito.any(ScanRequest.class));

    Discrepancy found = only(sides.dualWrite().comparison().run().discrepancies());

    assertThat(found.kind()).isEqualTo(DiscrepancyKind.INDEX_ENTRY_MISSING);
    assertThat(found.index()).isEqualTo("by-city");
    assertThat(found.isFollowUp()).isFalse();
  }

  @Test
  void anIndexEntryThatDiffersBecauseItsItemDoesFollowsFromIt() {
    Sides sides = Sides.sequential();
    put(sides.primary, Map.of("id", s("a"), "city", s("Bern"), "age", n(1)));
    put(sides.shadow, Map.of("id", s("a"), "city", s("Bern"), "age", n(2)));

    List<Discrepancy> found = sides.dualWrite().comparison().run().discrepancies();

    assertThat(found)
        .extracting(Discrepancy::kind)
        .containsExactly(DiscrepancyKind.ITEM_DIFFERS, DiscrepancyKind.INDEX_ENTRY_DIFFERS);
    assertThat(found.get(1).cause()).hasValue(found.get(0).id());
  }

  /** The same items, in pages that are not the same. */
  @TestFactory
  Stream<DynamicTest> findsPagesOfAnotherShape() {
    return Stream.of(
        page(
            "another order",
            DiscrepancyKind.PAGE_ORDER,
            page -> {
              List<Map<String, AttributeValue>> items = page.items();
              return page.toBuilder().items(List.of(items.get(1), items.get(0))).build();
            }),
        page(
            "another end",
            DiscrepancyKind.PAGE_END,
            page -> page.toBuilder().lastEvaluatedKey(page.items().get(1)).build()),
        page(
            "another count of scanned items",
            DiscrepancyKind.COUNTS,
            page -> page.toBuilder().scannedCount(7).build()),
        page(
            "an item less in an index",
            DiscrepancyKind.INDEX_ENTRY_MISSING,
            page -> page.toBuilder().items(page.items().subList(0, 1)).build()));
  }

  private static DynamicTest page(
      String name, DiscrepancyKind kind, UnaryOperator<QueryResponse> change) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          DynamoDbClient shadow = Mockito.spy(Sides.users());
          Sides sides =
              Sides.between(Sides.users(), shadow, builder -> builder.mode(Mode.SEQUENTIAL));
          put(sides.client, Map.of("id", s("a"), "city", s("Bern"), "age", n(1)));
          put(sides.client, Map.of("id", s("b"), "city", s("Bern"), "age", n(2)));
          Mockito.doAnswer(call -> change.apply((QueryResponse) call.callRealMethod()))
              .when(shadow)
              .query(ArgumentMatchers.<QueryRequest>any());

          sides.client.query(
              query ->
                  query
                      .tableName(USERS)
                      .indexName("by-city")
                      .keyConditionExpression("city = :c")
                      .expressionAttributeValues(Map.of(":c", s("Bern"))));

          assertThat(only(sides.dualWrite().discrepancies()).kind()).isEqualTo(kind);
        });
  }

  @Test
  void comparesCapacityAndErrorTextsOnlyWhenTold() {
    Database database = Database.inMemory();
    DynamoDbClient shadow = Mockito.spy(KeystoneDynamoDbClient.create(database));
    Sides.createUsers(shadow, USERS);
    ComparisonRules more = ComparisonRules.builder().compareCapacity().compareErrorTexts().build();
    for (ComparisonRules rules : List.of(ComparisonRules.strict(), more)) {
      Sides sides =
          Sides.between(
              Sides.users(), shadow, builder -> builder.mode(Mode.SEQUENTIAL).rules(rules));
      put(sides.primary, Map.of("id", s("big"), "note", s("x".repeat(5000))));
      put(shadow, key("big"));

      sides.client.getItem(
          get ->
              get.tableName(USERS)
                  .key(key("big"))
                  .projectionExpression("id")
                  .returnConsumedCapacity("TOTAL"));

      assertThat(sides.dualWrite().discrepancies())
          .extracting(Discrepancy::kind)
          .isEqualTo(rules == more ? List.of(DiscrepancyKind.CAPACITY) : List.of());
    }
  }
}
