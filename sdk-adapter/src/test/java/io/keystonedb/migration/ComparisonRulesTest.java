package io.keystonedb.migration;

import static io.keystonedb.migration.Sides.USERS;
import static io.keystonedb.migration.Sides.n;
import static io.keystonedb.migration.Sides.s;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Each rule in the comparison of a read and in that of whole tables, which hashes items. */
class ComparisonRulesTest {
  private static final AttributeValue NULL = AttributeValue.builder().nul(true).build();

  /** Where two items with the key "a" and one more attribute differ; null is no attribute. */
  private static List<String> differences(
      ComparisonRules.Builder rules, AttributeValue primary, AttributeValue shadow) {
    return differences(rules, attribute(primary), attribute(shadow));
  }

  private static Map<String, AttributeValue> attribute(AttributeValue value) {
    return value == null ? Map.of() : Map.of("it", value);
  }

  /** Where two items with the key "a" differ, such as {@code name VALUE}. */
  private static List<String> differences(
      ComparisonRules.Builder rules,
      Map<String, AttributeValue> primary,
      Map<String, AttributeValue> shadow) {
    Sides sides = Sides.of(builder -> builder.mode(Mode.SEQUENTIAL).rules(rules.build()));
    Sides.put(sides.primary, withKey(primary));
    Sides.put(sides.shadow, withKey(shadow));

    Sides.get(sides.client, "a");

    List<String> read = shown(sides.dualWrite().discrepancies());
    assertThat(shown(sides.dualWrite().comparison().tables(USERS).run().discrepancies()))
        .as("in a comparison of the tables")
        .isEqualTo(read);
    return read;
  }

  private static Map<String, AttributeValue> withKey(Map<String, AttributeValue> item) {
    Map<String, AttributeValue> whole = new HashMap<>(item);
    whole.put("id", s("a"));
    return whole;
  }

  private static List<String> shown(List<Discrepancy> discrepancies) {
    return discrepancies.stream()
        .flatMap(each -> each.differences().stream())
        .map(each -> each.path() + " " + each.kind())
        .toList();
  }

  private static ComparisonRules.Builder rules() {
    return ComparisonRules.builder();
  }

  private static AttributeValue list(AttributeValue... values) {
    return AttributeValue.builder().l(values).build();
  }

  private static AttributeValue map(Map<String, AttributeValue> map) {
    return AttributeValue.builder().m(map).build();
  }

  private static AttributeValue lowerCase(AttributeValue value) {
    return s(value.s().toLowerCase(Locale.ROOT));
  }

  private static AttributeValue hundredfold(AttributeValue value) {
    return n(new BigDecimal(value.n()).movePointRight(2));
  }

  @Test
  void aConditionHidesOnlyTheDifferencesForWhichItHolds() {
    Map<String, AttributeValue> primary =
        Map.of("city", s("Bern"), "name", s("Alice"), "address", map(Map.of("zip", s("1"))));
    Map<String, AttributeValue> shadow =
        Map.of("city", s("BERN"), "name", s("Bob"), "address", map(Map.of("zip", s("2"))));

    assertThat(differences(rules(), primary, shadow))
        .containsExactly("address.zip VALUE", "city LETTER_CASE", "name VALUE");
    assertThat(
            differences(
                rules().ignoreIf(each -> each.kind() == DifferenceKind.LETTER_CASE),
                primary,
                shadow))
        .containsExactly("address.zip VALUE", "name VALUE");
    assertThat(
            differences(
                rules()
                    .ignoreIf(each -> each.isAt("address.*"))
                    .ignoreIf(each -> s("Bob").equals(each.shadow())),
                primary,
                shadow))
        .containsExactly("city LETTER_CASE");
    assertThat(differences(rules().ignoreIf(each -> true), primary, shadow)).isEmpty();
  }

  @Test
  void aTransformationAppliesToBothSides() {
    ComparisonRules.Builder rules = rules().transform("it", ComparisonRulesTest::lowerCase);

    assertThat(differences(rules, s("Alice"), s("alice"))).isEmpty();
    assertThat(differences(rules, s("alice"), s("Alice"))).isEmpty();
    assertThat(differences(rules, s("Alice"), s("Bob"))).containsExactly("it VALUE");
    assertThat(differences(rules, s("Alice"), null)).containsExactly("it MISSING");
  }

  @Test
  void aTransformationMayMakeEqualValuesDiffer() {
    assertThat(
            differences(
                rules().transformShadow("it", ComparisonRulesTest::hundredfold), n(150), n(150)))
        .containsExactly("it VALUE");
  }

  @Test
  void aTransformationOfTheShadowLeavesThePrimaryAlone() {
    ComparisonRules.Builder rules = rules().transformShadow("it", ComparisonRulesTest::lowerCase);

    assertThat(differences(rules, s("alice"), s("ALICE"))).isEmpty();
    assertThat(differences(rules, s("ALICE"), s("alice"))).containsExactly("it LETTER_CASE");
    assertThat(differences(rules, s("ALICE"), s("ALICE"))).containsExactly("it LETTER_CASE");
  }

  @Test
  void transformationsApplyOnlyAtTheirPlaceAndOneAfterTheOther() {
    ComparisonRules.Builder rules =
        rules()
            .transformShadow("lines[*].price", ComparisonRulesTest::hundredfold)
            .transform("lines[*].price", price -> s(price.n() + " cents"));

    assertThat(differences(rules, lines(n(150), n(7)), lines(n("1.5"), n(7)))).isEmpty();
    assertThat(differences(rules, lines(n(151), n(7)), lines(n("1.5"), n(7))))
        .containsExactly("lines[0].price VALUE");
    assertThat(differences(rules, lines(n(150), n(700)), lines(n("1.5"), n(7))))
        .containsExactly("lines[0].number VALUE");
  }

  private static Map<String, AttributeValue> lines(AttributeValue price, AttributeValue number) {
    return Map.of("lines", list(map(Map.of("price", price, "number", number))));
  }

  static Stream<Arguments> emptyValues() {
    return Stream.of(
        Arguments.of(s("")),
        Arguments.of(AttributeValue.builder().b(SdkBytes.fromByteArray(new byte[0])).build()),
        Arguments.of(list()),
        Arguments.of(map(Map.of())));
  }

  @Test
  void nullCountsAsMissingIfToldSo() {
    assertThat(differences(rules().nullEqualsMissing(), NULL, null)).isEmpty();
    assertThat(differences(rules().nullEqualsMissing(), null, NULL)).isEmpty();
    assertThat(differences(rules().nullEqualsMissing(), map(Map.of("x", NULL)), map(Map.of())))
        .isEmpty();
    assertThat(differences(rules().nullEqualsMissing(), NULL, s("x"))).containsExactly("it EXTRA");
    assertThat(differences(rules(), NULL, null)).containsExactly("it NULL_VS_MISSING");
  }

  @ParameterizedTest
  @MethodSource("emptyValues")
  void emptyCountsAsMissingIfToldSo(AttributeValue empty) {
    assertThat(differences(rules().emptyEqualsMissing(), empty, null)).isEmpty();
    assertThat(differences(rules().emptyEqualsMissing(), null, empty)).isEmpty();
    assertThat(differences(rules().emptyEqualsMissing(), empty, n(0))).containsExactly("it EXTRA");
    assertThat(differences(rules(), empty, null)).containsExactly("it EMPTY_VS_MISSING");
  }

  @ParameterizedTest
  @MethodSource("emptyValues")
  void nullAndEmptyAreEqualOnlyIfBothCountAsMissing(AttributeValue empty) {
    assertThat(differences(rules(), NULL, empty)).containsExactly("it NULL_VS_EMPTY");
    assertThat(differences(rules().nullEqualsMissing(), NULL, empty))
        .containsExactly("it EMPTY_VS_MISSING");
    assertThat(differences(rules().emptyEqualsMissing(), NULL, empty))
        .containsExactly("it NULL_VS_MISSING");
    assertThat(differences(rules().nullEqualsMissing().emptyEqualsMissing(), NULL, empty))
        .isEmpty();
  }

  @Test
  void whatATransformationMakesNullOrEmptyCountsAsSuch() {
    ComparisonRules.Builder rules =
        rules()
            .transformShadow("it", value -> value.s().equals("none") ? NULL : value)
            .nullEqualsMissing();

    assertThat(differences(rules, null, s("none"))).isEmpty();
    assertThat(differences(rules, null, s("some"))).containsExactly("it EXTRA");
    assertThat(differences(rules, s("none"), null)).containsExactly("it MISSING");
  }

  static Stream<Arguments> times() {
    return Stream.of(
        Arguments.of(s("2026-08-15T10:20:30Z"), s("2026-08-15T12:20:32+02:00"), true),
        Arguments.of(s("2026-08-15T10:20:30Z"), s("2026-08-15T12:20:32.001+02:00"), false),
        Arguments.of(s("2026-08-15T10:20:30Z"), s("2026-08-15T10:20:30+02:00"), false),
        Arguments.of(s("2026-08-15T10:20:30Z"), n(1_786_789_231), true),
        Arguments.of(n(1_786_789_230), n(1_786_789_232_000L), true),
        Arguments.of(n(1_786_789_230), n(1_786_789_232_001L), false));
  }

  @ParameterizedTest
  @MethodSource("times")
  void timesOfAllFormsAreEqualWithinTheirTolerance(
      AttributeValue primary, AttributeValue shadow, boolean equal) {
    ComparisonRules.Builder rules = rules().time("it", Duration.ofSeconds(2));

    assertThat(differences(rules, primary, shadow))
        .isEqualTo(equal ? List.of() : List.of("it TIME"));
    assertThat(differences(rules, shadow, primary))
        .isEqualTo(equal ? List.of() : List.of("it TIME"));
  }

  @Test
  void valuesThatAreNotBothTimesAreComparedAsAnyOthers() {
    ComparisonRules.Builder rules = rules().time("it", Duration.ofDays(1));

    assertThat(differences(rules, s("soon"), s("soon"))).isEmpty();
    assertThat(differences(rules, s("soon"), s("later"))).containsExactly("it VALUE");
    assertThat(differences(rules, s("soon"), s("2026-08-15T10:20:30Z")))
        .containsExactly("it VALUE");
    assertThat(differences(rules, n("1e90"), n("10e89"))).isEmpty();
    assertThat(differences(rules, s("soon"), n(1_786_789_230))).containsExactly("it TYPE");
    assertThat(differences(rules, map(Map.of("x", n(1))), map(Map.of("x", n(2)))))
        .containsExactly("it.x VALUE");
  }
}
