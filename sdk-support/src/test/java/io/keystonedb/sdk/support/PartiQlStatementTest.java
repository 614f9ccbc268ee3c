package io.keystonedb.sdk.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a statement is about, from its tokens. */
class PartiQlStatementTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM users",
        "select id from users where id = 'a'",
        "SELECT * FROM \"users\"",
        "SELECT * FROM \"users\".\"by-age\" WHERE age = 3",
        "SELECT \"from\", 'from x', `from y` FROM users",
        "  \n/* from x */ SELECT * -- from y\n FROM/**/users;",
        "SELECT 'it''s from x' FROM users",
        "SELECT * FROM (users)",
        "SELECT * FROM @users",
        "SELECT * FROM (SELECT * FROM users)",
        "SELECT \"a\"\"from x\" FROM users",
        "SELECT * FROM \"arn:aws:dynamodb:eu-west-1:123456789012:table/users\""
      })
  void aSelectReadsItsTable(String text) {
    assertThat(PartiQlStatement.reads(text)).isTrue();
    assertThat(PartiQlStatement.tables(text)).containsExactly("users");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO users VALUE {'id': 'into x'}",
        "UPDATE users SET a = 'update x' WHERE id = 'from y'",
        "update \"users\" remove a",
        "FROM users WHERE id = 'from x' SET a = 1",
        "DELETE FROM users WHERE id = ?",
        "EXISTS(SELECT * FROM users WHERE id = 'a')"
      })
  void otherStatementsWriteTheirTable(String text) {
    assertThat(PartiQlStatement.reads(text)).isFalse();
    assertThat(PartiQlStatement.tables(text)).containsExactly("users");
  }

  @Test
  void namesKeepTheirDotsAndQuotes() {
    assertThat(PartiQlStatement.tables("SELECT * FROM \"a.b\"")).containsExactly("a.b");
    assertThat(PartiQlStatement.tables("SELECT * FROM \"a\"\"b\"")).containsExactly("a\"b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "SELECT",
        "SELECT * FROM",
        "SELECT 'FROM x",
        "SELECT * /* FROM x",
        "FROM"
      })
  void aTextThatNamesNoTableIsAboutNone(String text) {
    assertThat(PartiQlStatement.tables(text)).isEmpty();
  }
}
