package io.keystonedb.internal.expression;

import static io.keystonedb.internal.expression.Requests.errorOf;
import static io.keystonedb.internal.expression.Requests.fill;
import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.Item;
import io.keystonedb.Value;
import io.keystonedb.internal.shape.Decoded;
import io.keystonedb.internal.shape.MalformedValue;
import io.keystonedb.internal.shape.ValidationLayer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionParametersTest {
  private static final String ENVELOPE = "1 validation error detected: ";

  @Test
  void aRequestWithoutExpressionsSharesOneEmptyInstance() {
    ExpressionParameters parameters =
        ExpressionParameters.builder(ValidationLayer.ENVELOPED).condition(null).build();

    assertThat(parameters.condition()).isNull();
    assertThat(parameters.update()).isNull();
    assertThat(parameters).isSameAs(ExpressionParameters.builder(ValidationLayer.OLDER).build());
  }

  @Test
  void namesNeedSomeExpression() {
    assertThat(errorOf(() -> put().names(Map.of("#a", "a")).condition(null).build()))
        .isEqualTo(
            ENVELOPE + "ExpressionAttributeNames can only be specified when using expressions");
  }

  @Test
  void valuesNeedAnExpressionThatCanUseThem() {
    Decoded<Item> values = Decoded.of(Item.builder().number(":v", 1).build());

    assertThat(errorOf(() -> query().values(values).condition(null).build()))
        .isEqualTo(
            "ExpressionAttributeValues can only be specified when using expressions:"
                + " ConditionExpression is null");
    assertThat(
            errorOf(
                () ->
                    query()
                        .values(values)
                        .filter(null)
                        .projection("a")
                        .keyCondition(null, null)
                        .build()))
        .isEqualTo(
            "ExpressionAttributeValues can only be specified when using expressions:"
                + " FilterExpression is null and KeyConditionExpression is null");
    assertThat(errorOf(() -> put().values(values).update(null).condition(null).build()))
        .isEqualTo(
            ENVELOPE + "ExpressionAttributeValues can only be specified when using expressions");
  }

  @Test
  void transactionsAcceptNamesAndValuesWithoutAnExpression() {
    ExpressionParameters parameters =
        fill(query(), "#a", "a", ":v", 1).condition(null).lenient().build();

    assertThat(parameters.condition()).isNull();
    assertThat(
            errorOf(
                () -> fill(query(), "#b", "b").condition("attribute_exists(a)").lenient().build()))
        .contains("unused in expressions: keys: {#b}");
  }

  @Test
  void mapsThatAreGivenHaveEntries() {
    assertThat(errorOf(() -> put().names(Map.of()).condition("a =").build()))
        .isEqualTo(ENVELOPE + "ExpressionAttributeNames must not be empty");
    assertThat(errorOf(() -> put().values(Decoded.of(Item.empty())).condition("a =").build()))
        .isEqualTo(ENVELOPE + "ExpressionAttributeValues must not be empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "#", ":a", "#a-b", "#a b", "##a", "#ä"})
  void keysOfNamesAreASigilAndWordCharacters(String key) {
    assertThat(errorOf(() -> put().names(Map.of(key, "a")).condition("a =").build()))
        .isEqualTo(
            "ExpressionAttributeNames contains invalid key: Syntax error; key: \"" + key + "\"");
  }

  @Test
  void keysAreNotEmpty() {
    assertThat(errorOf(() -> put().names(Map.of("", "a")).condition("a =").build()))
        .isEqualTo(
            "ExpressionAttributeNames contains invalid key: The expression attribute map contains an empty key;");
  }

  @ParameterizedTest
  @ValueSource(strings = {"v", ":", "#v", ":a.b"})
  void keysOfValuesAreASigilAndWordCharacters(String key) {
    assertThat(
            errorOf(
                () ->
                    put()
                        .values(Decoded.of(Item.builder().number(key, 1).build()))
                        .condition("a =")
                        .build()))
        .isEqualTo(
            "ExpressionAttributeValues contains invalid key: Syntax error; key: \"" + key + "\"");
  }

  @Test
  void aNameIsNotEmpty() {
    assertThat(errorOf(() -> put().names(Map.of("#a", "")).condition("a =").build()))
        .isEqualTo(
            "ExpressionAttributeNames contains invalid value: Empty attribute name for key #a");
  }

  @Test
  void theOlderLayerNamesThePlaceholderOfAMalformedValue() {
    String wrapped = "ExpressionAttributeValues contains invalid value: older for key :v";

    assertThat(malformed(ValidationLayer.OLDER, MalformedValue.Kind.NUMBER)).isEqualTo(wrapped);
    assertThat(malformed(ValidationLayer.OLDER, MalformedValue.Kind.EMPTY_SET)).isEqualTo(wrapped);
    assertThat(malformed(ValidationLayer.OLDER, MalformedValue.Kind.NESTING)).isEqualTo("text");
  }

  @Test
  void theCurrentLayerDoesNotNameThePlaceholderOfAMalformedValue() {
    for (MalformedValue.Kind kind :
        List.of(
            MalformedValue.Kind.NUMBER,
            MalformedValue.Kind.EMPTY_SET,
            MalformedValue.Kind.NULL_FALSE)) {
      assertThat(malformed(ValidationLayer.CURRENT, kind)).isEqualTo("text");
      assertThat(malformed(ValidationLayer.ENVELOPED, kind)).isEqualTo(ENVELOPE + "text");
    }
    assertThat(malformed(ValidationLayer.ENVELOPED, MalformedValue.Kind.NESTING)).isEqualTo("text");
  }

  private static String malformed(ValidationLayer layer, MalformedValue.Kind kind) {
    return errorOf(
        () ->
            ExpressionParameters.builder(layer)
                .values(Decoded.malformed(new MalformedValue(":v", kind, "text", "older")))
                .condition("a =")
                .build());
  }

  @Test
  void parseTimeErrorsAreEnveloped() {
    assertThat(errorOf(() -> put().condition("").build()))
        .isEqualTo(ENVELOPE + "Invalid ConditionExpression: The expression can not be empty;");
    assertThat(errorOf(() -> put().condition("a =").build()))
        .startsWith(ENVELOPE + "Invalid ConditionExpression: Syntax error;");
    assertThat(errorOf(() -> put().condition("a = :v").build()))
        .startsWith(ENVELOPE + "Invalid ConditionExpression: An expression attribute value");
    assertThat(errorOf(() -> query().condition("a = :v").build()))
        .startsWith("Invalid ConditionExpression: An expression attribute value");
  }

  @Test
  void namesAndValuesMustBeDefinedAndNamesAreLookedUpFirst() {
    assertThat(errorOf(() -> query().condition(":v = #a").build()))
        .isEqualTo(
            "Invalid ConditionExpression: An expression attribute name used in the document path is"
                + " not defined; attribute name: #a");
    assertThat(errorOf(() -> query().condition(":v = a.b").build()))
        .isEqualTo(
            "Invalid ConditionExpression: An expression attribute value used in expression is not"
                + " defined; attribute value: :v");
    assertThat(errorOf(() -> query().condition("attribute_exists(a, :v)").build()))
        .contains("attribute value: :v");
  }

  @Test
  void allNamesAndValuesAreUsedBySomeExpression() {
    assertThat(
            errorOf(
                () ->
                    fill(put(), "#a", "a", "#b", "b", "#c", "c", ":v", 1)
                        .condition("#b = :v")
                        .build()))
        .isEqualTo(
            "Value provided in ExpressionAttributeNames unused in expressions: keys: {#a, #c}");
    assertThat(
            errorOf(
                () ->
                    fill(put(), ":u", 1, ":v", 1, ":w", 1)
                        .update("SET b = :u")
                        .condition("a = :v")
                        .build()))
        .isEqualTo("Value provided in ExpressionAttributeValues unused in expressions: keys: {:w}");
  }

  @Test
  void useIsAMatterOfTheTextAndNotOfTheEvaluation() {
    ExpressionParameters parameters =
        fill(put(), ":v", 1).update("SET a = if_not_exists(a, :v)").build();

    assertThat(parameters.update().apply(Item.builder().number("a", 2).build()))
        .isEqualTo(Item.builder().number("a", 2).build());
  }

  @Test
  void theFirstRegisteredExpressionIsCheckedFirst() {
    assertThat(errorOf(() -> query().filter("a =").keyCondition("b =", null).build()))
        .startsWith("Invalid FilterExpression");
    assertThat(errorOf(() -> query().keyCondition("b =", null).filter("a =").build()))
        .startsWith("Invalid KeyConditionExpression");
  }

  @Test
  void expressionsOfOneRequestShareNamesAndValues() {
    ExpressionParameters parameters =
        fill(query(), "#a", "alpha", ":v", 1)
            .update("SET #a = :v")
            .condition("#a <> :v")
            .projection("#a.#a")
            .build();

    assertThat(parameters.update().targets()).containsExactly(Path.of("alpha"));
    assertThat(parameters.condition().paths()).containsExactly(Path.of("alpha"));
    assertThat(parameters.projection().paths()).hasToString("[[alpha, alpha]]");
  }

  @Test
  void aNameThatLooksLikeAPlaceholderIsNotResolvedAgain() {
    Condition condition =
        fill(query(), "#a", "#b", "#b", "c", ":v", 1)
            .condition("#a = :v AND #b = :v")
            .build()
            .condition();

    assertThat(condition.paths()).containsExactly(Path.of("#b"), Path.of("c"));
  }

  @Test
  void theSameTextIsBoundAnewForEachRequest() {
    Condition one = fill(query(), "#a", "x", ":v", 1).condition("#a = :v").build().condition();
    Condition two = fill(query(), "#a", "y", ":v", "z").condition("#a = :v").build().condition();

    assertThat(one)
        .isEqualTo(
            new Condition.Comparison(
                Comparator.EQ,
                new Operand.Attribute(Path.of("x")),
                new Operand.Literal(Value.number(1))));
    assertThat(two)
        .isEqualTo(
            new Condition.Comparison(
                Comparator.EQ,
                new Operand.Attribute(Path.of("y")),
                new Operand.Literal(Value.string("z"))));
  }

  private static ExpressionParameters.Builder put() {
    return ExpressionParameters.builder(ValidationLayer.ENVELOPED);
  }

  private static ExpressionParameters.Builder query() {
    return ExpressionParameters.builder(ValidationLayer.OLDER);
  }
}
