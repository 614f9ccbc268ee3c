package io.keystonedb.internal.expression;

import static io.keystonedb.internal.expression.Requests.condition;
import static io.keystonedb.internal.expression.Requests.errorOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.Item;
import io.keystonedb.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {
  private static final Item ITEM =
      Item.builder()
          .string("s", "hello")
          .string("emoji", "a😀")
          .number("n", "10.0")
          .binary("b", new byte[] {1, 2, (byte) 0x80})
          .bool("flag", true)
          .nul("nothing")
          .list("l", Value.string("x"), Value.number("2.50"), Value.list(Value.number(1)))
          .map("m", Map.of("k", Value.number(7), "nested", Value.list(Value.string("deep"))))
          .stringSet("ss", "a", "b")
          .numberSet("ns", 1, 2)
          .value("bs", Value.binarySet(new byte[] {9}))
          .build();

  @ParameterizedTest
  @CsvSource({
    "n = :ten,true", "n = :str,false", "n <> :str,true", "n <> :ten,false",
    "n > :two,true", "n < :two,false", "n >= :ten,true", "n <= :ten,true",
    "s > :two,false", "s < :two,false", "m.k > :two,true", "m.nested[0] = :deep,true",
    "l[1] > :two,true", "l[7] = :two,false", "m[0] = :two,false", "l.k = :two,false",
    "flag > :two,false", "nothing < :two,false", ":two < n,true", "n > m.k,true"
  })
  void comparisonsNeedEqualTypesExceptForUnequal(String text, boolean expected) {
    assertThat(test(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gone = :two",
        "gone < :two",
        "gone >= :two",
        "gone = gone2",
        "gone IN (:two)",
        "gone BETWEEN :two AND :ten",
        "begins_with(gone, :str)",
        "contains(gone, :str)",
        "attribute_type(gone, :typeS)",
        "size(gone) = :two",
        "size(gone) <> :two",
        "size(n) <> :two",
        "size(flag) < :two",
        "size(nothing) = :two",
        "attribute_exists(gone)",
        "attribute_exists(m.gone)",
        "n BETWEEN gone AND :ten",
        "contains(s, gone)"
      })
  void whatIsAbsentMakesTheConditionFalseAndItsNegationTrue(String text) {
    assertThat(test(text)).isFalse();
    assertThat(test("NOT " + text)).isTrue();
  }

  @Test
  void unequalIsTrueForWhatIsAbsent() {
    assertThat(test("gone <> :two")).isTrue();
    assertThat(test("gone <> gone2")).isTrue();
    assertThat(test("NOT gone <> :two")).isFalse();
  }

  @Test
  void anExistingNullExists() {
    assertThat(test("attribute_exists(nothing)")).isTrue();
    assertThat(test("attribute_not_exists(nothing)")).isFalse();
    assertThat(test("attribute_not_exists(gone)")).isTrue();
    assertThat(condition("attribute_not_exists(s)").test(Item.empty())).isTrue();
  }

  @Test
  void equalityIsDeepAndNumericAndIgnoresTheOrderOfSetsAndMaps() {
    assertEqualTo(
        "l", Value.list(Value.string("x"), Value.number("2.5"), Value.list(Value.number("1.0"))));
    assertEqualTo("ss", Value.stringSet("b", "a"));
    assertEqualTo("ns", Value.numberSet("2.0", "1"));
    assertEqualTo(
        "m",
        Value.map(Map.of("nested", Value.list(Value.string("deep")), "k", Value.number("7.0"))));
    assertThat(
            condition("l = :v", ":v", Value.list(Value.number("2.5"), Value.string("x")))
                .test(ITEM))
        .isFalse();
  }

  private static void assertEqualTo(String path, Value value) {
    assertThat(condition(path + " = :v", ":v", value).test(ITEM)).isTrue();
    assertThat(condition(path + " <> :v", ":v", value).test(ITEM)).isFalse();
    assertThat(condition(path + " IN (:v)", ":v", value).test(ITEM)).isTrue();
  }

  @Test
  void stringsAreOrderedByTheirUtf8BytesAndBinariesUnsigned() {
    assertThat(condition("emoji > :v", ":v", "a\uFFFD").test(ITEM)).isTrue();
    assertThat(condition("b > :v", ":v", Value.binary(new byte[] {1, 2, 0x7F})).test(ITEM))
        .isTrue();
  }

  @Test
  void numbersCompareExactlyAtAll38Digits() {
    Item item = Item.builder().number("n", "12345678901234567890123456789012345678").build();

    assertThat(
            condition("n > :v", ":v", Value.number("12345678901234567890123456789012345677"))
                .test(item))
        .isTrue();
    assertThat(
            condition("n = :v", ":v", Value.number("12345678901234567890123456789012345677"))
                .test(item))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "n BETWEEN :two AND :ten,true", "m.k BETWEEN :two AND :ten,true",
        "s BETWEEN :two AND :ten,false",
    "n BETWEEN :ten AND :ten,true", ":two BETWEEN m.k AND n,false", "n BETWEEN m.k AND n2,false",
    "n IN (:two),false"
  })
  void betweenIncludesItsEnds(String text, boolean expected) {
    assertThat(test(text)).isEqualTo(expected);
  }

  @Test
  void inFindsAnyEqualOperand() {
    assertThat(test("n IN (:two, :str, :ten)")).isTrue();
    assertThat(test("n IN (gone, m.k)")).isFalse();
    assertThat(test(":ten IN (n, m.k)")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"s,5", "emoji,3", "b,3", "l,3", "m,2", "ss,2", "ns,2", "bs,1"})
  void sizeCountsCodeUnitsBytesOrElements(String path, int size) {
    assertThat(condition("size(" + path + ") = :v", ":v", size).test(ITEM)).isTrue();
  }

  @Test
  void containsLooksIntoStringsBinariesSetsAndLists() {
    assertContains("s", Value.string("ell"), true);
    assertContains("s", Value.string("elk"), false);
    assertContains("s", Value.number(1), false);
    assertContains("b", Value.binary(new byte[] {2, (byte) 0x80}), true);
    assertContains("b", Value.binary(new byte[] {1, (byte) 0x80}), false);
    assertContains("ss", Value.string("a"), true);
    assertContains("ss", Value.stringSet("a"), false);
    assertContains("ns", Value.number("2.0"), true);
    assertContains("ns", Value.string("2"), false);
    assertContains("bs", Value.binary(new byte[] {9}), true);
    assertContains("l", Value.number("2.5"), true);
    assertContains("l", Value.list(Value.number("1.0")), true);
    assertContains("l", Value.number(1), false);
    assertContains("m", Value.string("k"), false);
    assertContains("n", Value.number(1), false);
  }

  private static void assertContains(String path, Value element, boolean expected) {
    assertThat(condition("contains(" + path + ", :v)", ":v", element).test(ITEM))
        .as("%s contains %s", path, element)
        .isEqualTo(expected);
  }

  @Test
  void beginsWithKnowsStringsAndBinaries() {
    assertThat(condition("begins_with(s, :v)", ":v", "he").test(ITEM)).isTrue();
    assertThat(condition("begins_with(s, :v)", ":v", "el").test(ITEM)).isFalse();
    assertThat(condition("begins_with(n, :v)", ":v", "1").test(ITEM)).isFalse();
    assertThat(condition("begins_with(b, :v)", ":v", Value.binary(new byte[] {1, 2})).test(ITEM))
        .isTrue();
    assertThat(condition("begins_with(s, :v)", ":v", Value.binary(new byte[] {'h'})).test(ITEM))
        .isFalse();
  }

  @Test
  void attributeTypeComparesTheShortName() {
    assertThat(condition("attribute_type(s, :t)", ":t", "S").test(ITEM)).isTrue();
    assertThat(condition("attribute_type(m, :t)", ":t", "M").test(ITEM)).isTrue();
    assertThat(condition("attribute_type(nothing, :t)", ":t", "NULL").test(ITEM)).isTrue();
    assertThat(condition("attribute_type(s, :t)", ":t", "N").test(ITEM)).isFalse();
  }

  @Test
  void pathsAreListedInTheOrderOfTheText() {
    assertThat(
            condition(
                    "a.b = :v AND (NOT size(c[0]) > :v OR d IN (e, :v)) AND attribute_exists(f)"
                        + " AND begins_with(g, h) AND contains(i, j) AND k BETWEEN l AND m"
                        + " AND attribute_not_exists(n)",
                    ":v",
                    1)
                .paths())
        .hasToString("[[a, b], [c, [0]], [d], [e], [f], [g], [h], [i], [j], [k], [l], [m], [n]]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a < :bool | Incorrect operand type for operator or function; operator or function: <, operand type: BOOL",
        ":bool >= a | Incorrect operand type for operator or function; operator or function: >=, operand type: BOOL",
        "a BETWEEN :bool AND :n | Incorrect operand type for operator or function; operator or function: BETWEEN, operand type: BOOL",
        "begins_with(a, :n) | Incorrect operand type for operator or function; operator or function: begins_with, operand type: N",
        "begins_with(a, size(b)) | Incorrect operand type for operator or function; operator or function: begins_with, operand type: N",
        "size(:n) = :n | Incorrect operand type for operator or function; operator or function: size, operand type: N",
        "size(size(a)) = :n | Incorrect operand type for operator or function; operator or function: size, operand type: N",
        "attribute_type(a, :n) | Incorrect operand type for operator or function; operator or function: attribute_type, operand type: N",
        "attribute_type(a, :s) | Invalid attribute type name found; type: x, valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}",
        "a = a | The first operand must be distinct from the remaining operands for this operator or function; operator: =, first operand: [a]",
        "contains(a.b[1], a.b[1]) | The first operand must be distinct from the remaining operands for this operator or function; operator: contains, first operand: [a, b, [1]]",
        "a IN (:n, a) | The first operand must be distinct from the remaining operands for this operator or function; operator: IN, first operand: [a]",
        "a BETWEEN :n AND :s | The BETWEEN operator requires same data type for lower and upper bounds; lower bound operand: AttributeValue: {N:5}, upper bound operand: AttributeValue: {S:x}",
        "a BETWEEN :n AND :n1 | The BETWEEN operator requires upper bound to be greater than or equal to lower bound; lower bound operand: AttributeValue: {N:5}, upper bound operand: AttributeValue: {N:1}",
      })
  void operandsThatNoItemCouldUseAreRefused(String text, String error) {
    Item all =
        Item.builder()
            .bool(":bool", true)
            .number(":n", 5)
            .number(":n1", 1)
            .string(":s", "x")
            .build();

    assertThat(errorOf(() -> condition(text, used(text, all))))
        .isEqualTo("Invalid ConditionExpression: " + error);
  }

  private static boolean test(String text) {
    Item all =
        Item.builder()
            .number(":ten", 10)
            .number(":two", 2)
            .string(":str", "10")
            .string(":deep", "deep")
            .string(":typeS", "S")
            .build();
    return condition(text, used(text, all)).test(ITEM);
  }

  /** The pairs of those values that occur in a text. */
  static Object[] used(String text, Item values) {
    return values.entrySet().stream()
        .filter(value -> text.matches(".*" + value.getKey() + "\\b.*"))
        .flatMap(value -> java.util.stream.Stream.of(value.getKey(), value.getValue()))
        .toArray();
  }
}
