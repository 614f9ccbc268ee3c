package io.keystonedb.internal.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.keystonedb.CancellationReason;
import io.keystonedb.ErrorCode;
import io.keystonedb.Item;
import io.keystonedb.KeystoneException;
import io.keystonedb.Statement;
import io.keystonedb.testing.Databases;
import io.keystonedb.testing.Music;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * ExecuteTransaction.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ql-reference.multiplestatements.transactions.html">Transactions</a>
 */
class TransactionStatementTest {
  private static final String INSERT = "INSERT INTO Music VALUE {'Artist':'A','SongTitle':'%s'}";
  private static final String UPDATE =
      "UPDATE Music SET n = 9 WHERE Artist = 'A' AND SongTitle = '%s'";
  private static final String SELECT =
      "SELECT n FROM Music WHERE Artist = 'A' AND SongTitle = '%s'";
  private static final String EXISTS =
      "EXISTS(SELECT * FROM Music WHERE Artist = 'A' AND SongTitle = '%s' AND n = 1)";

  @RegisterExtension private final Databases databases = new Databases();
  private Music music;

  @BeforeEach
  void songs() {
    music = new Music(databases.open()).songs("A", 2);
  }

  private List<Optional<Item>> transaction(String... statements) {
    return music
        .database()
        .executeTransaction(Arrays.stream(statements).map(text -> Statement.of(text)).toList());
  }

  private List<CancellationReason> reasons(String... statements) {
    KeystoneException cancelled =
        catchThrowableOfType(KeystoneException.class, () -> transaction(statements));
    assertThat(cancelled.code()).isEqualTo(ErrorCode.TRANSACTION_CANCELED);
    return cancelled.cancellationReasons();
  }

  @Test
  void writesHappenTogether() {
    transaction(
        INSERT.formatted("new"),
        UPDATE.formatted("2"),
        "DELETE FROM Music WHERE Artist = 'A' AND SongTitle = 'none'",
        EXISTS.formatted("1"));

    assertThat(music.titles("SELECT * FROM Music WHERE Artist = 'A' AND n = 9"))
        .containsExactly("A/2");
    assertThat(music.titles("SELECT * FROM Music WHERE Artist = 'A'")).hasSize(3);
  }

  @Test
  void oneFailureCancelsAll() {
    assertThat(
            reasons(
                INSERT.formatted("1"),
                UPDATE.formatted("2"),
                UPDATE.formatted("none"),
                EXISTS.formatted("3")))
        .containsExactly(
            new CancellationReason("DuplicateItem", "Duplicate primary key exists in table", null),
            CancellationReason.NONE,
            new CancellationReason(
                "ConditionalCheckFailed", "The conditional request failed", null),
            new CancellationReason(
                "ConditionalCheckFailed", "The conditional request failed", null));
    assertThat(music.titles("SELECT * FROM Music WHERE Artist = 'A' AND n = 9")).isEmpty();
  }

  @Test
  void aMalformedKeyOfAnInsertCancels() {
    assertThat(reasons("INSERT INTO Music VALUE {'Artist':'A'}", UPDATE.formatted("1")))
        .containsExactly(
            new CancellationReason(
                "ValidationError",
                "Key attribute should be present in the item: Key SongTitle",
                null),
            CancellationReason.NONE);
  }

  @Test
  void readsSeeOneMoment() {
    assertThat(transaction(SELECT.formatted("2"), SELECT.formatted("none")))
        .containsExactly(Optional.of(Item.builder().number("n", 2).build()), Optional.empty());
  }

  @Test
  void whatTransactionsDoNotTakeIsToldWithItsPlace() {
    String first = "Validation failed in TransactStatements[1]: ";

    assertInvalid(
        UPDATE.formatted("1") + " RETURNING ALL NEW *",
        first + "RETURNING clause is not supported in ExecuteTransaction.");
    assertInvalid(
        "EXISTS(SELECT * FROM Music WHERE Artist = 'A' AND SongTitle = '1')",
        first + "EXISTS() must contain a single item read with additional condition");
    assertInvalid(
        "UPDATE Music SET n = n + 'x' WHERE Artist = 'A' AND SongTitle = '1'",
        first
            + "Incorrect operand type for operator or function; operator or function: +, operand type: S");
    assertInvalid(
        "UPDATE Music SET n = 1 WHERE Artist = 'A'",
        first + "Where clause does not contain a mandatory equality on all key attributes");
    assertInvalid(
        "FOO",
        first + "Statement wasn't well formed, can't be processed: Expected data manipulation");
    assertInvalid(
        UPDATE.formatted("2"),
        "Transaction request cannot include multiple operations on one item");
    assertInvalid(
        SELECT.formatted("1"),
        "ExecuteTransaction API does not support both read and write operations in the same request.");
  }

  private void assertInvalid(String second, String text) {
    assertThatThrownBy(() -> transaction(UPDATE.formatted("2"), second)).hasMessage(text);
  }

  @Test
  void readsNameOneItemOfATable() {
    assertThatThrownBy(() -> transaction("SELECT * FROM Music WHERE Artist = 'A'"))
        .hasMessage(
            "Validation failed in TransactStatements[0]: Select statements within ExecuteTransaction must specify the primary key in the where clause.");
    assertThatThrownBy(() -> transaction("SELECT * FROM Music.\"by-year\" WHERE \"Year\" = 1"))
        .hasMessage(
            "Validation failed in TransactStatements[0]: Reads on indices are not supported within transactions.");
    assertThatThrownBy(() -> transaction(UPDATE.formatted("1").replace("Music", "Nope")))
        .hasMessage("Requested resource not found");
  }
}
