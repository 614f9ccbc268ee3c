package io.keystonedb.conformance.random;

import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.conformance.random.KnownDifference.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The known differences without dynoxide: what each rule has to say, and what it must not excuse.
 */
class KnownDifferencesFormTest {
  private static final Outcome EMPTY = Outcome.answer(Map.of());
  private static final Outcome UNEXPECTED =
      Outcome.error(Map.of("__type", "x#ValidationException", "message", "unexpected"));

  private final List<KnownDifference> rules = KnownDifferences.all().rules();

  @Test
  void namesOfRulesAreUnique() {
    assertThat(rules).extracting(KnownDifference::name).doesNotHaveDuplicates();
  }

  @Test
  void aRuleThatSaysWhoIsWrongHasASource() {
    assertThat(rules)
        .filteredOn(rule -> rule.verdict() != Verdict.NOT_ESTABLISHED)
        .allSatisfy(rule -> assertThat(rule.source()).matches("https://.*|observed.*"));
  }

  @Test
  void witnessesAreAboutTheOperationsOfTheirRule() {
    assertThat(rules)
        .allSatisfy(
            rule ->
                assertThat(rule.witnesses())
                    .isNotEmpty()
                    .allMatch(witness -> rule.isAbout(witness.request())));
  }

  /** A rule that looks at one side alone would excuse any outcome of the other. */
  @Test
  void noRuleExcusesAnUnexpectedErrorOfEitherSide() {
    assertThat(rules)
        .allSatisfy(
            rule ->
                rule.witnesses()
                    .forEach(
                        witness -> {
                          Request request = witness.request();
                          assertThat(
                                  rule.matcher()
                                      .explainsErrors(new Difference(request, UNEXPECTED, EMPTY)))
                              .isFalse();
                          assertThat(
                                  rule.matcher()
                                      .explainsErrors(new Difference(request, EMPTY, UNEXPECTED)))
                              .isFalse();
                        }));
  }
}
