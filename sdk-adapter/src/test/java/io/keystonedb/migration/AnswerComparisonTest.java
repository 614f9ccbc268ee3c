package io.keystonedb.migration;

import static io.keystonedb.migration.Sides.USERS;
import static io.keystonedb.migration.Sides.key;
import static io.keystonedb.migration.Sides.put;
import static io.keystonedb.migration.Sides.user;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentMatchers;
import org.mockito.Mockito;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementResponse;
import software.amazon.awssdk.services.dynamodb.model.ParameterizedStatement;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsResponse;

/** Answers with several items, each of which is compared with the one in the same place. */
class AnswerComparisonTest {
  private final DynamoDbClient shadow = Mockito.spy(Sides.users());
  private final Sides sides =
      Sides.between(Sides.users(), shadow, builder -> builder.mode(Mode.SEQUENTIAL));

  /** One that is equal on both sides, one that differs, one too few and one too many. */
  @BeforeEach
  void fill() {
    put(sides.client, user("equal", "E", 1));
    put(sides.primary, user("other", "O", 1));
    put(sides.shadow, user("other", "O", 2));
    put(sides.primary, user("missing", "M", 1));
    put(sides.shadow, user("extra", "X", 1));
  }

  private List<String> found() {
    return sides.dualWrite().discrepancies().stream()
        .map(each -> each.kind() + " " + each.key())
        .toList();
  }

  private static TransactGetItem get(String id) {
    return TransactGetItem.builder().get(get -> get.tableName(USERS).key(key(id))).build();
  }

  private static String select(String id) {
    return "SELECT * FROM users WHERE id = '" + id + "'";
  }

  @Test
  void itemsOfATransactionAreComparedOneByOne() {
    List<String> names =
        sides
            .client
            .transactGetItems(
                t ->
                    t.transactItems(
                        get("extra"), get("equal"), get("none"), get("missing"), get("other")))
            .responses()
            .stream()
            .map(each -> each.hasItem() ? each.item().get("name").s() : "-")
            .toList();

    assertThat(names).containsExactly("-", "E", "-", "M", "O");
    assertThat(found())
        .containsExactly(
            "ITEM_EXTRA " + key("extra"),
            "ITEM_MISSING " + key("missing"),
            "ITEM_DIFFERS " + key("other"));
  }

  @Test
  void anAnswerOfATransactionWithFewerItemsIsADiscrepancyOfTheAnswer() {
    Mockito.doAnswer(
            call -> {
              TransactGetItemsResponse whole = (TransactGetItemsResponse) call.callRealMethod();
              return whole.toBuilder().responses(whole.responses().subList(0, 1)).build();
            })
        .when(shadow)
        .transactGetItems(ArgumentMatchers.<TransactGetItemsRequest>any());

    sides.client.transactGetItems(t -> t.transactItems(get("equal"), get("equal2"), get("none")));

    assertThat(sides.dualWrite().discrepancies())
        .singleElement()
        .returns(DiscrepancyKind.ANSWER, Discrepancy::kind)
        .returns("3 responses", Discrepancy::primary)
        .returns("1 responses", Discrepancy::shadow);
  }

  @Test
  void itemsThatATransactionOfStatementsReadsAreComparedOneByOne() {
    sides.client.executeTransaction(
        t ->
            t.transactStatements(
                Stream.of("equal", "missing", "other", "none", "extra")
                    .map(id -> ParameterizedStatement.builder().statement(select(id)).build())
                    .toList()));

    assertThat(found()).containsExactly("ITEM_MISSING {}", "ITEM_DIFFERS {}", "ITEM_EXTRA {}");
    assertThat(sides.dualWrite().discrepancies().get(1).differences())
        .extracting(Difference::path)
        .containsExactly("age");
  }

  @Test
  void statementsOfABatchAreComparedOneByOne() {
    sides.client.batchExecuteStatement(
        b ->
            b.statements(
                Stream.of("equal", "missing", "other", "none", "extra")
                    .map(id -> BatchStatementRequest.builder().statement(select(id)).build())
                    .toList()));

    assertThat(found()).containsExactly("ITEM_MISSING {}", "ITEM_DIFFERS {}", "ITEM_EXTRA {}");
    assertThat(sides.dualWrite().discrepancies())
        .extracting(Discrepancy::table)
        .containsOnly(USERS);
  }

  @Test
  void statementsOfABatchThatFailAreComparedByTheirCodes() {
    List<BatchStatementResponse> answers =
        sides
            .client
            .batchExecuteStatement(
                b ->
                    b.statements(
                        insert("equal"), insert("extra"), insert("missing"), insert("new")))
            .responses();

    assertThat(answers)
        .extracting(each -> each.error() == null ? "" : each.error().codeAsString())
        .containsExactly("DuplicateItem", "", "DuplicateItem", "");
    assertThat(sides.dualWrite().discrepancies())
        .hasSize(2)
        .allSatisfy(each -> assertThat(each.kind()).isEqualTo(DiscrepancyKind.ERROR_CODE));
    assertThat(sides.dualWrite().discrepancies().get(0).shadow()).contains("DuplicateItem");
    assertThat(sides.dualWrite().discrepancies().get(1).primary()).contains("DuplicateItem");
  }

  private static BatchStatementRequest insert(String id) {
    return BatchStatementRequest.builder()
        .statement("INSERT INTO users VALUE {'id': '" + id + "'}")
        .build();
  }
}
