package io.keystonedb.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.keystonedb.Database;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementErrorCodeEnum;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementResponse;
import software.amazon.awssdk.services.dynamodb.model.DuplicateItemException;
import software.amazon.awssdk.services.dynamodb.model.ExecuteStatementResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** PartiQL through the client. */
class StatementTest {
  private final DynamoDbClient client = KeystoneDynamoDbClient.create(Database.inMemory());

  @BeforeEach
  void elevenItems() {
    Tables.create(client);
    for (int i = 1; i <= 11; i++) {
      String pk = "k" + i;
      client.executeStatement(
          s ->
              s.statement("INSERT INTO things VALUE {'pk':?,'n':1}")
                  .parameters(List.of(Tables.s(pk))));
    }
  }

  @Test
  void pagesAreReadWithTheirToken() {
    String keys = "'k1','k2','k3','k4','k5','k6','k7','k8','k9','k10','k11'";
    String statement = "SELECT * FROM things WHERE pk IN [" + keys + "]";
    ExecuteStatementResponse first = client.executeStatement(s -> s.statement(statement));
    ExecuteStatementResponse second =
        client.executeStatement(s -> s.statement(statement).nextToken(first.nextToken()));

    assertThat(first.items()).hasSize(10);
    assertThat(second.items()).hasSize(1).doesNotContainAnyElementsOf(first.items());
    assertThat(second.nextToken()).isNull();
  }

  @Test
  void errorsAreTheSdksOwn() {
    DuplicateItemException duplicate =
        catchThrowableOfType(
            DuplicateItemException.class,
            () ->
                client.executeStatement(s -> s.statement("INSERT INTO things VALUE {'pk':'k1'}")));

    assertThat(duplicate.awsErrorDetails().errorMessage())
        .isEqualTo("Duplicate primary key exists in table");
  }

  @Test
  void batchesAnswerStatementByStatement() {
    List<BatchStatementResponse> responses =
        client
            .batchExecuteStatement(
                b ->
                    b.statements(
                        s -> s.statement("INSERT INTO things VALUE {'pk':'k1'}"),
                        s -> s.statement("DELETE FROM things WHERE pk = 'k2' RETURNING ALL OLD *")))
            .responses();

    assertThat(responses.get(0).error().code())
        .isEqualTo(BatchStatementErrorCodeEnum.DUPLICATE_ITEM);
    assertThat(responses.get(1).item()).containsEntry("n", Tables.n(1));
  }

  @Test
  void transactionsAreCancelledWithReasons() {
    TransactionCanceledException cancelled =
        catchThrowableOfType(
            TransactionCanceledException.class,
            () ->
                client.executeTransaction(
                    t ->
                        t.transactStatements(
                            s -> s.statement("UPDATE things SET n = 2 WHERE pk = 'k1'"),
                            s -> s.statement("UPDATE things SET n = 2 WHERE pk = 'none'"))));

    assertThat(cancelled.cancellationReasons().stream().map(reason -> reason.code()))
        .containsExactly("None", "ConditionalCheckFailed");
  }
}
