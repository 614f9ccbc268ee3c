package io.keystonedb.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchExecuteStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteTableRequest;
import software.amazon.awssdk.services.dynamodb.model.ExecuteStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.ExecuteTransactionRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ParameterizedStatement;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

class DiscrepanciesTest {
  private static final Map<String, AttributeValue> KEY = Sides.key("a");
  private static final String SELECT = "SELECT * FROM users WHERE id = 'a'";
  private static final String DELETE = "DELETE FROM users WHERE id = 'a'";

  /** How a discrepancy in the answers to a request begins in the log. */
  private static String logged(SdkRequest request) {
    RequestFacts facts =
        RequestFacts.of(
            request,
            new TableInfos(
                describe -> {
                  throw new IllegalStateException("not needed");
                }));
    Finding finding = Finding.of(DiscrepancyKind.ANSWER, facts, "one", "other");
    Discrepancies discrepancies = new Discrepancies(InstantSource.system(), 10, List.of());
    discrepancies.add(List.of(finding));
    String line = Discrepancies.logLine(finding, discrepancies.all().get(0));
    return line.substring(0, line.indexOf(" discrepancy for key "));
  }

  private static BatchExecuteStatementRequest batch(String... statements) {
    return BatchExecuteStatementRequest.builder()
        .statements(
            List.of(statements).stream()
                .map(text -> BatchStatementRequest.builder().statement(text).build())
                .toList())
        .build();
  }

  private static ExecuteTransactionRequest transaction(String... statements) {
    return ExecuteTransactionRequest.builder()
        .transactStatements(
            List.of(statements).stream()
                .map(text -> ParameterizedStatement.builder().statement(text).build())
                .toList())
        .build();
  }

  @Test
  void readsAreLoggedAsReads() {
    assertThat(logged(GetItemRequest.builder().tableName("users").key(KEY).build()))
        .isEqualTo("Read");
    assertThat(logged(ExecuteStatementRequest.builder().statement(SELECT).build()))
        .isEqualTo("Read");
    assertThat(logged(batch(SELECT, SELECT))).isEqualTo("Read");
    assertThat(logged(transaction(SELECT))).isEqualTo("Read");
  }

  @Test
  void everythingElseIsLoggedAsADualWrite() {
    assertThat(logged(ExecuteStatementRequest.builder().statement(DELETE).build()))
        .isEqualTo("Dual-write");
    assertThat(logged(batch(DELETE))).isEqualTo("Dual-write");
    assertThat(logged(transaction(DELETE))).isEqualTo("Dual-write");
    assertThat(logged(DeleteTableRequest.builder().tableName("users").build()))
        .isEqualTo("Dual-write");
    assertThat(logged(UpdateItemRequest.builder().tableName("users").key(KEY).build()))
        .isEqualTo("Dual-write");
  }

  @Test
  void itemsThatAReadReturnedAreLoggedAsReads() {
    Sides sides = Sides.of(builder -> builder.mode(Mode.SEQUENTIAL));
    Sides.put(sides.primary, Sides.user("alice", "Alice", 30));
    Sides.put(sides.shadow, Sides.user("alice", "Bob", 30));

    sides.client.executeStatement(e -> e.statement("SELECT * FROM users WHERE id = 'alice'"));

    assertThat(sides.dualWrite().discrepancies())
        .singleElement()
        .returns(DiscrepancyKind.ITEM_DIFFERS, Discrepancy::kind)
        .returns("ExecuteStatement", Discrepancy::operation);
  }
}
