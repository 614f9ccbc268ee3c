package io.keystonedb.internal.partiql;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is PartiQL and what is not, with the words in which the service says so. */
class StatementSyntaxTest {
  private static final String PREFIX = "Statement wasn't well formed, can't be processed: ";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "FOO BAR | Expected data manipulation",
        "SELEC * FROM t | Expected data manipulation",
        "FROM t | Expected data manipulation",
        "SELECT FROM t | Expected data manipulation",
        "SELECT a, FROM t | Expected data manipulation",
        "UPDATE my-table SET a = 1 WHERE b = 2 | Expected data manipulation",
        "UPDATE t WHERE a = 1 | Expected data manipulation",
        "UPDATE t ADD a 1 WHERE b = 1 | Expected data manipulation",
        "SELECT | Unexpected term",
        "SELECT * FROM | Unexpected term",
        "SELECT * FROM t WHERE | Unexpected term",
        "SELECT a | Expected FROM after SELECT list",
        "SELECT user FROM t | Unexpected keyword",
        "SELECT * FROM t WHERE count = 1 | Unexpected keyword",
        "UPDATE t SET a = WHERE b = 1 | Unexpected keyword",
        "INSERT t VALUE {} | Unexpected keyword",
        "SELECT date FROM t | Expected date string followed by the keyword DATE, found SYMBOL",
        "SELECT * FROM t WHERE AND a = 1 | Unexpected operator",
        "SELECT * FROM t WHERE a == 1 | Unexpected operator",
        "SELECT * FROM t WHERE a = | Missing right-hand side expression of infix operator",
        "SELECT * FROM t WHERE (a = 1 | Expected RIGHT_PAREN",
        "SELECT * FROM t WHERE a = [1, 2 | Expected RIGHT_BRACKET",
        "SELECT * FROM t WHERE a = <<1 | Expected RIGHT_DOUBLE_ANGLE_BRACKET",
        "SELECT * FROM t WHERE a = {'b'} | Expected COLON",
        "INSERT INTO t VALUE {'a':1 'b':2} | Expected RIGHT_CURLY",
        "SELECT * FROM t WHERE a = 1) | Unexpected token after expression",
        "SELECT * FROM t WHERE a = 1 b = 2 | Unexpected token after expression",
        "UPDATE t REMOVE a, b WHERE c = 1 | Unexpected token after expression",
        "INSERT INTO t (a) VALUES (1) | Unexpected token after expression",
        "SELECT * FROM t; SELECT * FROM t | Unexpected token after semicolon. (Only one query is allowed.)",
        "INSERT INTO t VALUES {'a':1} | Expected LEFT_PAREN for row value constructor",
        "INSERT INTO t VALUE {'a':1} ON CONFLICT DO NOTHING | invalid ON CONFLICT syntax",
        "UPDATE t SET 'a' = 1 | Expected identifier for simple path",
        "UPDATE user SET a = 1 | Expected identifier for simple path",
        "UPDATE t SET a 1 | Expected '='",
        "SELECT * FROM t WHERE CASE 1 | Expected a WHEN clause in CASE",
        "SELECT * FROM t WHERE CASE WHEN a = 1 ELSE 2 END | Expected THEN keyword",
        "SELECT * FROM t WHERE CASE WHEN a = 1 THEN 2 | Expected END keyword",
        "SELECT * FROM t WHERE CAST(a, INT) = 1 | Expected AS",
        "CREATE INDEX a ON t (b) | Unexpected token following CREATE",
        "DROP INDEX a ON t | Unexpected token following DROP",
        "DELETE t WHERE a = 1 | Expected FROM after DELETE",
        "SELECT * FROM t WHERE a BETWEEN 1 OR 2 | Expected AND keyword",
        "SELECT * FROM t WHERE a IS STRANGE | Expected type name",
        "SELECT * FROM t WHERE a.'b' = 1 | Invalid path dot component",
        "SELECT a[*] FROM t | Invalid use of * in select list",
        "SELECT *, a FROM t | Other expressions may not be present in the select list when '*' is used without dot notation.",
        "SELECT * FROM t ORDER a | Expected BY",
        "SELECT * FROM t JOIN u | Expected 'ON'"
      })
  void mistakesAreToldInTheServicesWords(String statement, String detail) {
    assertThatThrownBy(() -> ParsedStatement.parse(statement)).hasMessage(PREFIX + detail);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM \"t",
        "SELECT * FROM t WHERE a = 'x",
        "SELECT # FROM t",
        "SELECT /* a"
      })
  void whatCannotBeReadHasNoDetail(String statement) {
    assertThatThrownBy(() -> ParsedStatement.parse(statement)).hasMessage(PREFIX);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select * from t",
        "SELECT*FROM t;",
        "SELECT * -- comment\n FROM t /* another */ WHERE a = 'it''s'",
        "SELECT \"a\"\"b\" FROM t",
        "SELECT a FROM t WHERE year = 1 AND name = 2 AND status = 3",
        "SELECT a FROM t WHERE @a = .5 AND b = 5. AND c = 1E+3",
        "UPDATE t SET a = 1, b = 2 REMOVE c SET d = 3 WHERE e = 4 RETURNING MODIFIED NEW *",
        "EXISTS(SELECT * FROM t WHERE a = 1)"
      })
  void otherFormsAreRead(String statement) {
    assertThatCode(() -> ParsedStatement.parse(statement)).doesNotThrowAnyException();
  }

  @Test
  void returningSaysWhatOfWhichItem() {
    assertThatThrownBy(
            () -> ParsedStatement.parse("UPDATE t SET a = 1 WHERE b = 1 RETURNING NEW *"))
        .hasMessage(
            PREFIX + "Expected ( MODIFIED | ALL ) ( NEW | OLD ) in each returning element.");
  }

  @Test
  void nestingEndsBeforeTheStackDoes() {
    for (String open : new String[] {"(", "[", "NOT ", "- ", "{'a':", "<<"}) {
      String statement = "SELECT * FROM t WHERE a = " + open.repeat(8000 / open.length());

      assertThatThrownBy(() -> ParsedStatement.parse(statement)).hasMessageStartingWith(PREFIX);
    }
  }
}
