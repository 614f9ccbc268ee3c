package io.keystonedb.internal.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keystonedb.BatchStatementResult;
import io.keystonedb.Item;
import io.keystonedb.Statement;
import io.keystonedb.testing.Databases;
import io.keystonedb.testing.Music;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * BatchExecuteStatement.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ql-reference.multiplestatements.batching.html">Batch
 *     operations</a>
 */
class BatchStatementTest {
  @RegisterExtension private final Databases databases = new Databases();
  private Music music;

  @BeforeEach
  void songs() {
    music = new Music(databases.open()).songs("A", 2);
  }

  private List<BatchStatementResult> batch(String... statements) {
    return music
        .database()
        .batchExecuteStatement(Arrays.stream(statements).map(text -> Statement.of(text)).toList());
  }

  private static String select(String title) {
    return "SELECT n FROM Music WHERE Artist = 'A' AND SongTitle = '" + title + "'";
  }

  @Test
  void readsAnswerInTheirOrder() {
    assertThat(batch(select("2"), select("none"), select("1")))
        .containsExactly(
            new BatchStatementResult(Item.builder().number("n", 2).build(), null, null),
            new BatchStatementResult(null, null, null),
            new BatchStatementResult(Item.builder().number("n", 1).build(), null, null));
  }

  @Test
  void statementsFailOneByOne() {
    List<BatchStatementResult> results =
        batch(
            "INSERT INTO Music VALUE {'Artist':'A','SongTitle':'1'}",
            "UPDATE Music SET n = 9 WHERE Artist = 'A' AND SongTitle = '2' RETURNING ALL NEW *",
            "UPDATE Music SET n = 9 WHERE Artist = 'A' AND SongTitle = 'none'",
            "DELETE FROM Nope WHERE a = 1",
            "DELETE FROM Music WHERE Artist = 'A'",
            "EXISTS(SELECT * FROM Music WHERE Artist = 'A' AND SongTitle = '3' AND n = 1)",
            "DELETE Music");

    assertThat(results.stream().map(BatchStatementResult::errorCode))
        .containsExactly(
            "DuplicateItem",
            null,
            "ConditionalCheckFailed",
            "ResourceNotFound",
            "ValidationError",
            "ValidationError",
            "ValidationError");
    assertThat(results.stream().map(BatchStatementResult::succeeded))
        .containsExactly(false, true, false, false, false, false, false);
    assertThat(results.stream().map(BatchStatementResult::errorMessage))
        .containsExactly(
            "Duplicate primary key exists in table",
            null,
            "The conditional request failed",
            "Requested resource not found",
            "Where clause does not contain a mandatory equality on all key attributes",
            "EXISTS can only be used in ExecuteTransaction write requests.",
            "Statement wasn't well formed, can't be processed: Expected FROM after DELETE");
    assertThat(results.get(1).item()).containsKey("SongTitle");
  }

  @Test
  void readsNameOneItemByItsWholeKeyAndNothingElse() {
    String text =
        "Select statements within BatchExecuteStatement must specify the primary key in the where clause.";

    assertThat(
            batch(
                "SELECT * FROM Music WHERE Artist = 'A'",
                "SELECT * FROM Music WHERE Artist IN ['A'] AND SongTitle = '1'",
                select("1") + " AND n = 1",
                "SELECT * FROM \"Music\".\"by-year\" WHERE \"Year\" = 1"))
        .allSatisfy(
            result ->
                assertThat(result)
                    .isEqualTo(new BatchStatementResult(null, "ValidationError", text)));
  }

  @Test
  void readsAndWritesDoNotMix() {
    assertThatThrownBy(
            () -> batch(select("1"), "DELETE FROM Music WHERE Artist = 'A' AND SongTitle = '2'"))
        .hasMessage("Read and write requests together in the same batch is not supported.");
  }

  @Test
  void noItemIsNamedTwice() {
    assertThatThrownBy(() -> batch(select("1"), select("2"), select("1")))
        .hasMessage("Provided list of item keys contains duplicates");
  }

  @Test
  void thereAreUpTo25Statements() {
    assertThatThrownBy(() -> batch(Collections.nCopies(26, select("1")).toArray(String[]::new)))
        .hasMessageContaining(
            "at 'statements' failed to satisfy constraint: Member must have length less than or equal to 25");
  }
}
