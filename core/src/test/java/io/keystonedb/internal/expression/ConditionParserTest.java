package io.keystonedb.internal.expression;

import static io.keystonedb.internal.expression.Requests.condition;
import static io.keystonedb.internal.expression.Requests.errorOf;
import static io.keystonedb.internal.expression.Requests.projection;
import static io.keystonedb.internal.expression.Requests.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.Item;
import io.keystonedb.internal.shape.ValidationLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionParserTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a =            | <EOF> | =",
        "a = = :v       | =     | = = :v",
        "a b            | b     | a b",
        "a              | <EOF> | a",
        "a AND b = :v   | AND   | a AND b",
        "(a = :v        | <EOF> | :v",
        "a = :v)        | )     | :v)",
        "_a = :v        | _     | _a",
        "a = :v OR      | <EOF> | OR",
        "a ! :v         | !     | a ! :v",
        "a[1            | <EOF> | 1",
        "a[:v] = :v     | :v    | [:v]",
        "a[-1] = :v     | -     | [-1",
        "a..b = :v      | .     | ..b",
        "a IN :v        | :v    | IN :v",
        "a IN ()        | )     | ()",
        "a BETWEEN :v OR :v | OR | :v OR :v",
        "size() = :v    | )     | () =",
        "# = :v         | #     | # =",
        "a = :          | :     | = :",
        "a = 5          | 5     | = 5",
        "a-03 = :v      | -     | a-0",
        "a = 03         | 0     | = 03",
        "a[01] = :v     | 1     | 01]",
        "a[00] = :v     | 0     | 00]",
        "a = 'x'        | '     | = 'x",
        "a = :v, b = :v | ,     | :v, b",
        "NOT            | <EOF> | NOT",
        "a[b] = :v      | b     | [b]",
      })
  void syntaxErrorsShowTheTokenAndItsNeighbours(String text, String token, String near) {
    assertThat(errorOf(() -> condition(text)))
        .isEqualTo(
            "Invalid ConditionExpression: Syntax error; token: \""
                + token
                + "\", near: \""
                + near
                + "\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "((a = :v))",
        "((a)) = :v",
        "(((a = :v)))",
        "a = ((:v))",
        "((attribute_exists(a)))",
        "size(((a))) = :v",
        "a = :v AND ((a = :v))",
        "((a = :v AND b = :v))",
      })
  void twoParenthesesAroundTheSameThingAreRefused(String text) {
    assertThat(errorOf(() -> condition(text, ":v", 1)))
        .isEqualTo("Invalid ConditionExpression: The expression has redundant parentheses;");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(a = :v)",
        "(a) = (:v)",
        "((a = :v) OR (b = :v)) AND (NOT (c = :v))",
        "((a) = :v)",
        "(size(a)) >= :v",
        "(attribute_exists(a)) and not (attribute_exists(b) or c between :v AnD :v)",
        "NOT NOT a = :v",
        "a\t=\n:v",
        "a IN(:v,:v)",
        "(a IN (:v))",
        "a.b[0].c[12] = :v",
        "a . b [ 0 ] = :v",
        ":v = a",
        ":v = :v",
        "((a = :v) AND b = :v) OR c = :v",
      })
  void whatTheGrammarAllowsIsRead(String text) {
    Object[] values = text.contains(":v") ? new Object[] {":v", 1} : new Object[0];

    assertThat(condition(text, values)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"AND", "or", "Not", "in", "BETWEEN", "set", "Remove", "add", "delete"})
  void wordsOfTheGrammarAreNamesInNoExpression(String word) {
    String syntaxError = "Syntax error; token: \"" + word + "\", near: \"";

    assertThat(errorOf(() -> condition("a = " + word + " "))).contains(syntaxError + "= " + word);
    assertThat(errorOf(() -> condition("a." + word + " = b"))).contains(syntaxError + "." + word);
    assertThat(errorOf(() -> projection("a, " + word))).contains(syntaxError + ", " + word);
    assertThat(errorOf(() -> update("REMOVE " + word))).contains(syntaxError + "REMOVE " + word);
  }

  @Test
  void andBindsTighterThanOrAndNotTighterThanAnd() {
    Condition condition = condition("a = :t OR NOT b = :t AND c = :t", ":t", 1);

    assertThat(condition.test(Item.builder().number("a", 1).number("b", 1).build())).isTrue();
    assertThat(condition.test(Item.builder().number("c", 1).build())).isTrue();
    assertThat(condition.test(Item.builder().number("b", 1).number("c", 1).build())).isFalse();
    assertThat(condition.test(Item.empty())).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "foo(a) = :v | Invalid function name; function: foo",
        "foo(a) | Invalid function name; function: foo",
        "SIZE(a) = :v | Invalid function name; function: SIZE",
        "Attribute_Exists(a) | Invalid function name; function: Attribute_Exists",
        "size(a) | The function is not allowed to be used this way in an expression; function: size",
        "attribute_exists(a) = :v | The function is not allowed to be used this way in an expression; function: attribute_exists",
        "contains(attribute_exists(a), :v) | The function is not allowed to be used this way in an expression; function: attribute_exists",
        "if_not_exists(a, :v) = :v | The function is not allowed in a condition expression; function: if_not_exists",
        "list_append(a, :v) | The function is not allowed in a condition expression; function: list_append",
        "attribute_exists(a, b) | Incorrect number of operands for operator or function; operator or function: attribute_exists, number of operands: 2",
        "begins_with(a) | Incorrect number of operands for operator or function; operator or function: begins_with, number of operands: 1",
        "size(a, b) = :v | Incorrect number of operands for operator or function; operator or function: size, number of operands: 2",
        "attribute_exists(:v) | Operator or function requires a document path; operator or function: attribute_exists",
        "attribute_type(size(a), :v) | Operator or function requires a document path; operator or function: attribute_type",
      })
  void functionsHaveTheirNamesPlacesAndOperands(String text, String error) {
    Object[] values = text.contains(":v") ? new Object[] {":v", 1} : new Object[0];

    assertThat(errorOf(() -> condition(text, values)))
        .isEqualTo("Invalid ConditionExpression: " + error);
  }

  @Test
  void syntaxErrorsComeBeforeReservedWordsAndThoseBeforeFunctions() {
    assertThat(errorOf(() -> condition("name = foo(a) ="))).contains("Syntax error");
    assertThat(errorOf(() -> condition("foo(a) = name")))
        .isEqualTo(
            "Invalid ConditionExpression: Attribute name is a reserved keyword; reserved keyword:"
                + " name");
    assertThat(errorOf(() -> condition("foo(#a) = :v"))).contains("Invalid function name");
  }

  @Test
  void filtersAndKeyConditionsHaveTheirOwnPrefix() {
    assertThat(
            errorOf(
                () -> ExpressionParameters.builder(ValidationLayer.OLDER).filter("a =").build()))
        .startsWith("Invalid FilterExpression: Syntax error;");
    assertThat(
            errorOf(
                () ->
                    ExpressionParameters.builder(ValidationLayer.OLDER)
                        .keyCondition("a =", null)
                        .build()))
        .startsWith("Invalid KeyConditionExpression: Syntax error;");
  }
}
