package io.keystonedb.internal.expression;

import static io.keystonedb.internal.expression.Requests.errorOf;
import static io.keystonedb.internal.expression.Requests.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.Item;
import io.keystonedb.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpdateTest {
  private static final String BAD_PATH =
      "The document path provided in the update expression is invalid for update";
  private static final String WRONG_TYPE =
      "An operand in the update expression has an incorrect data type";
  private static final Item ITEM =
      Item.builder()
          .string("pk", "p")
          .number("n", 10)
          .number("k", 3)
          .list("l", Value.number(0), Value.number(1), Value.number(2))
          .map("m", Map.of("x", Value.number(5)))
          .stringSet("ss", "a", "b")
          .numberSet("ns", 1, 2)
          .build();

  @Test
  void setWritesAndReplaces() {
    assertThat(after("SET n = :v, fresh = :w", ":v", "text", ":w", 1))
        .isEqualTo(ITEM.with("n", Value.string("text")).with("fresh", Value.number(1)));
  }

  @Test
  void everyRightSideSeesTheItemAsItWas() {
    assertThat(after("SET n = :v, k = n REMOVE pk", ":v", 1))
        .isEqualTo(ITEM.with("n", Value.number(1)).with("k", Value.number(10)).without("pk"));
    assertThat(after("SET n = k, k = n"))
        .isEqualTo(ITEM.with("n", Value.number(3)).with("k", Value.number(10)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "n + :v | 12",
        "n - :v | 8",
        ":v - n | -8",
        "n + k | 13",
        "(n - :v) | 8",
        "(n) + (:v) | 12",
        "if_not_exists(gone, :v) | 2",
        "if_not_exists(n, :v) | 10",
        "if_not_exists(gone, if_not_exists(gone2, :v)) + n | 12"
      })
  void arithmeticTakesTwoTerms(String value, int expected) {
    assertThat(
            value.contains(":v") ? after("SET r = " + value, ":v", 2) : after("SET r = " + value))
        .isEqualTo(ITEM.with("r", Value.number(expected)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "(n + k) + :v | token: \"+\", near: \") + :v\"",
        "(n + :v) - (k) | token: \"-\", near: \") - (\"",
        ":v + (n + k) | token: \"+\", near: \"n + k\"",
        "if_not_exists(n, k + :v) | token: \"+\", near: \"k + :v\"",
        "n + k + :v | token: \"+\", near: \"k + :v\""
      })
  void arithmeticStandsForAWholeValueOnly(String value, String where) {
    assertThat(errorOf(() -> after("SET r = " + value, ":v", 2)))
        .isEqualTo("Invalid UpdateExpression: Syntax error; " + where);
  }

  @Test
  void arithmeticIsExactAt38DigitsAndKnowsItsRange() {
    assertThat(sum("0.1", "0.2")).isEqualTo(Value.number("0.3"));
    assertThat(sum("99999999999999999999999999999999999999", "-1"))
        .isEqualTo(Value.number("99999999999999999999999999999999999998"));
    assertThat(sum("999999999999999999", "1")).isEqualTo(Value.number("1000000000000000000"));
    assertThat(sum("1E125", "-1E125")).isEqualTo(Value.number(0));
    assertThat(errorOf(() -> sum("9E125", "9E125"))).startsWith("Number overflow.");
    assertThat(errorOf(() -> sum("1.1E-130", "-1E-130"))).startsWith("Number underflow.");
    assertThat(errorOf(() -> sum("1E38", "0.1"))).startsWith("Number overflow.");
  }

  private static Value sum(String left, String right) {
    return update("SET r = :a + :b", ":a", Value.number(left), ":b", Value.number(right))
        .apply(Item.empty())
        .get("r");
  }

  @Test
  void listAppendConcatenatesInTheOrderOfItsOperands() {
    assertThat(after("SET l = list_append(:v, l)", ":v", Value.list(Value.string("new"))))
        .isEqualTo(
            ITEM.with(
                "l",
                Value.list(
                    Value.string("new"), Value.number(0), Value.number(1), Value.number(2))));
    assertThat(
            after(
                "SET e = list_append(if_not_exists(e, :empty), :v)",
                ":empty",
                Value.list(),
                ":v",
                Value.list(Value.number(1))))
        .isEqualTo(ITEM.with("e", Value.list(Value.number(1))));
  }

  @Test
  void listIndexesReplaceAndThoseBehindTheEndAppendInTheirOrder() {
    assertThat(after("SET l[9] = :b, l[1] = :v, l[7] = :a", ":v", "one", ":a", "a", ":b", "b"))
        .isEqualTo(
            ITEM.with(
                "l",
                Value.list(
                    Value.number(0),
                    Value.string("one"),
                    Value.number(2),
                    Value.string("a"),
                    Value.string("b"))));
  }

  @Test
  void removedIndexesMeanPositionsBeforeTheUpdate() {
    assertThat(after("REMOVE l[0], l[1]")).isEqualTo(ITEM.with("l", Value.list(Value.number(2))));
    assertThat(after("REMOVE l[0], l[8] SET l[2] = :v", ":v", "two"))
        .isEqualTo(ITEM.with("l", Value.list(Value.number(1), Value.string("two"))));
  }

  @Test
  void nestedDocumentsAreRebuiltAroundTheChange() {
    assertThat(after("SET m.y = :v", ":v", 1))
        .isEqualTo(ITEM.with("m", Value.map(Map.of("x", Value.number(5), "y", Value.number(1)))));
    assertThat(after("REMOVE m.x, m.gone")).isEqualTo(ITEM.with("m", Value.map(Map.of())));
  }

  @ParameterizedTest
  @CsvSource({
    "SET gone.a = :v",
    "SET gone[0] = :v",
    "SET n.a = :v",
    "SET n[0] = :v",
    "SET m[0] = :v",
    "SET l.a = :v",
    "SET m.y.z = :v",
    "SET l[5].a = :v",
    "ADD gone.a :v"
  })
  void aTargetNeedsItsParent(String text) {
    assertThat(errorOf(() -> after(text, ":v", 1))).isEqualTo(BAD_PATH);
  }

  @Test
  void removingBelowAnAbsentParentIsABadPathButAnAbsentLeafIsNothing() {
    assertThat(errorOf(() -> after("REMOVE gone.a"))).isEqualTo(BAD_PATH);
    assertThat(after("REMOVE gone, m.gone, l[7]")).isEqualTo(ITEM);
  }

  @Test
  void readingWhatIsAbsentIsAnError() {
    assertThat(errorOf(() -> after("SET n = gone")))
        .isEqualTo(
            "The provided expression refers to an attribute that does not exist in the item");
    assertThat(errorOf(() -> after("SET n = if_not_exists(gone, gone2) + :v", ":v", 1)))
        .endsWith("does not exist in the item");
  }

  @ParameterizedTest
  @CsvSource({
    "SET n = pk + :n",
    "SET n = :n - l",
    "SET l = list_append(l; n)",
    "ADD pk :n",
    "ADD l :n",
    "ADD ss :n",
    "ADD n :ss",
    "ADD ns :ss",
    "DELETE n :ss",
    "DELETE ns :ss",
    "DELETE pk :ss"
  })
  void storedOperandsHaveTheRightType(String text) {
    Item all = Item.builder().number(":n", 1).stringSet(":ss", "a").build();

    assertThat(errorOf(() -> after(text.replace(';', ','), ConditionTest.used(text, all))))
        .isEqualTo(WRONG_TYPE);
  }

  @Test
  void addCountsFromZeroAndUnitesSets() {
    assertThat(after("ADD n :v, fresh :v, m.x :v, m.y :v", ":v", 5))
        .isEqualTo(
            ITEM.with("n", Value.number(15))
                .with("fresh", Value.number(5))
                .with("m", Value.map(Map.of("x", Value.number(10), "y", Value.number(5)))));
    assertThat(after("ADD ss :v, fresh :v", ":v", Value.stringSet("b", "c")))
        .isEqualTo(
            ITEM.with("ss", Value.stringSet("a", "b", "c"))
                .with("fresh", Value.stringSet("b", "c")));
    assertThat(after("ADD ns :v", ":v", Value.numberSet("2.0", "3")).get("ns"))
        .isEqualTo(Value.numberSet(1, 2, 3));
  }

  @Test
  void deleteTakesElementsAwayAndTheSetWithTheLastOne() {
    assertThat(after("DELETE ss :v", ":v", Value.stringSet("a", "z")).get("ss"))
        .isEqualTo(Value.stringSet("b"));
    assertThat(after("DELETE ss :v, gone :v", ":v", Value.stringSet("a", "b")))
        .isEqualTo(ITEM.without("ss"));
  }

  @Test
  void anUpdateCreatesAnItemFromItsKeyUnlessItOnlyRemoves() {
    Item key = Item.builder().string("pk", "p").build();

    assertThat(update("SET n = :v", ":v", 1).apply(key)).isEqualTo(key.with("n", Value.number(1)));
    assertThat(update("SET n = :v", ":v", 1).onlyRemoves()).isFalse();
    assertThat(update("REMOVE n SET k = :v", ":v", 1).onlyRemoves()).isFalse();
    assertThat(update("REMOVE n DELETE s :v", ":v", Value.stringSet("a")).onlyRemoves()).isTrue();
  }

  @Test
  void targetsAreThePathsOfTheActionsInTheirOrder() {
    assertThat(update("REMOVE a.b SET #c[1] = d ADD e :v", "#c", "c", ":v", 1).targets())
        .hasToString("[[a, b], [c, [1]], [e]]");
  }

  @Test
  void addressedFragmentsAreOnlyWhatTheActionsName() {
    Update update = update("SET m.y = :v, l[1] = :v REMOVE n, l[0]", ":v", "new");

    assertThat(update.addressed(ITEM))
        .isEqualTo(
            Item.builder().number("n", 10).list("l", Value.number(0), Value.number(1)).build());
    assertThat(
            update("SET m.y = :v REMOVE n", ":v", 1)
                .addressed(after("SET m.y = :v REMOVE n", ":v", 1)))
        .isEqualTo(Item.builder().map("m", Map.of("y", Value.number(1))).build());
  }

  @Test
  void behindARemovedElementOfAListTheNextOneTakesItsPlace() {
    assertThat(update("REMOVE l[0]").addressed(after("REMOVE l[0]")))
        .isEqualTo(Item.builder().list("l", Value.number(1)).build());
    assertThat(update("REMOVE l[2]").addressed(after("REMOVE l[2]"))).isEmpty();
    assertThat(update("SET l[7] = :v", ":v", 1).addressed(after("SET l[7] = :v", ":v", 1)))
        .isEmpty();
  }

  @Test
  void theChargeForAnUpdateIsWhatTheServiceWasSeenToCount() {
    // A number of one digit has two bytes.
    assertThat(UpdateCharge.of(update("SET abc = :v", ":v", 1))).isEqualTo(3 + 19 + 3 + 2);
    assertThat(UpdateCharge.of(update("SET a.bc = :v", ":v", 1)))
        .isEqualTo(3 + 19 + 1 + (4 + 2) + 2);
    assertThat(UpdateCharge.of(update("SET a[10] = :v", ":v", 1)))
        .isEqualTo(3 + 19 + 1 + (4 + 2) + 2);
    assertThat(UpdateCharge.of(update("SET a = bc.d + :v", ":v", 1)))
        .isEqualTo(3 + 19 + 1 + 34 + (1 + 14 + 2 + 14 + 1) + 2);
    assertThat(UpdateCharge.of(update("SET a = b - :v", ":v", 1)))
        .isEqualTo(3 + 19 + 1 + 37 + (1 + 14 + 1) + 2);
    assertThat(UpdateCharge.of(update("SET a = if_not_exists(b, :v)", ":v", 1)))
        .isEqualTo(3 + 19 + 1 + 39 + (1 + 14 + 1) + 2);
    assertThat(UpdateCharge.of(update("SET a = list_append(b, :v)", ":v", Value.list())))
        .isEqualTo(3 + 19 + 1 + 37 + (1 + 14 + 1) + 3);
    assertThat(UpdateCharge.of(update("REMOVE a, bc ADD c :v", ":v", 1)))
        .isEqualTo(3 + (1 + 1) + (1 + 2) + (19 + 1 + 2));
    assertThat(UpdateCharge.of(update("DELETE a :v", ":v", Value.stringSet("x"))))
        .isEqualTo(3 + 1 + 1);
  }

  @Test
  void aValueThatEndsUpTooDeepIsRefused() {
    Value deep = Value.number(1);
    for (int i = 0; i < 31; i++) {
      deep = Value.list(deep);
    }
    Value value = deep;

    assertThat(after("SET d = :v", ":v", value).get("d")).isEqualTo(value);
    assertThat(errorOf(() -> after("SET m.d = :v", ":v", value)))
        .startsWith("Nesting Levels have exceeded supported limits");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SET a = :v SET b = :v | The \"SET\" section can only be used once in an update expression;",
        "REMOVE a ADD c :v REMOVE b | The \"REMOVE\" section can only be used once in an update expression;",
        "SET a = size(b) | The function is not allowed in an update expression; function: size",
        "SET a = begins_with(b, :v) | The function is not allowed in an update expression; function: begins_with",
        "SET a = If_Not_Exists(b, :v) | Invalid function name; function: If_Not_Exists",
        "SET a = if_not_exists(b) | Incorrect number of operands for operator or function; operator or function: if_not_exists, number of operands: 1",
        "SET a = list_append(b, c, :v) | Incorrect number of operands for operator or function; operator or function: list_append, number of operands: 3",
        "SET a = if_not_exists(:v, b) | Operator or function requires a document path; operator or function: if_not_exists",
        "SET a = list_append(list_append(b, c), c) | The function is not allowed to be used this way in an expression; function: list_append",
        "SET a = list_append(b, (list_append(b, c))) | The function is not allowed to be used this way in an expression; function: list_append",
        "SET a = if_not_exists(b, list_append(b, c)) | The function is not allowed to be used this way in an expression; function: list_append",
        "SET a = list_append(b, c) + :v | The function is not allowed to be used this way in an expression; function: list_append",
        "SET a = b - list_append(b, c) | The function is not allowed to be used this way in an expression; function: list_append",
        "SET a = list_append(b, :map) | Incorrect operand type for operator or function; operator or function: list_append, operand type: M",
        "SET a = b + :map | Incorrect operand type for operator or function; operator or function: +, operand type: M",
        "ADD a :str | Incorrect operand type for operator or function; operator: ADD, operand type: STRING, typeSet: ALLOWED_FOR_ADD_OPERAND",
        "DELETE a :v | Incorrect operand type for operator or function; operator: DELETE, operand type: NUMBER, typeSet: ALLOWED_FOR_DELETE_OPERAND",
        "SET a = :v, a.b = :v | Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a], path two: [a, b]",
        "SET a.b = :v REMOVE a[0] | Two document paths conflict with each other; must remove or rewrite one of these paths; path one: [a, b], path two: [a, [0]]",
        "SET a = | Syntax error; token: \"<EOF>\", near: \"=\"",
        "a = :v | Syntax error; token: \"a\", near: \"a =\"",
        "SET _123 = :v | Syntax error; token: \"_\", near: \"SET _123\"",
        "SET a = :v + :v + :v | Syntax error; token: \"+\", near: \":v + :v\"",
        "SET a = :v, | Syntax error; token: \"<EOF>\", near: \",\"",
        "SET a :v | Syntax error; token: \":v\", near: \"a :v\"",
        "ADD a b | Syntax error; token: \"b\", near: \"a b\"",
        "REMOVE | Syntax error; token: \"<EOF>\", near: \"REMOVE\"",
        "SET remove = :v | Syntax error; token: \"remove\", near: \"SET remove =\"",
        "SET a = ((:v)) | The expression has redundant parentheses;",
      })
  void expressionsThatNoItemCouldUseAreRefused(String text, String error) {
    Item all = Item.builder().number(":v", 1).string(":str", "x").map(":map", Map.of()).build();

    assertThat(errorOf(() -> update(text, ConditionTest.used(text, all))))
        .isEqualTo("Invalid UpdateExpression: " + error);
  }

  @Test
  void keywordsAreReadInAnyCaseAndSectionsInAnyOrder() {
    assertThat(
            after("remove n Add k :v delete ss :s set r=:v", ":v", 1, ":s", Value.stringSet("a")))
        .isEqualTo(
            ITEM.without("n")
                .with("k", Value.number(4))
                .with("ss", Value.stringSet("b"))
                .with("r", Value.number(1)));
  }

  private static Item after(String text, Object... substitutions) {
    return update(text, substitutions).apply(ITEM);
  }
}
