package io.keystonedb.conformance.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What templates of known differences match. */
class TemplateTest {
  @Test
  void whatIsNoPlaceHolderStandsForItself() {
    Template template = new Template(List.of("a.c [x]"));

    assertThat(template.matches("a.c [x]")).isTrue();
    assertThat(template.matches("abc [x]")).isFalse();
    assertThat(template.matches("a.c [x] ")).isFalse();
  }

  @Test
  void aNamedPlaceHolderIsTheSameInAllTexts() {
    Template template = new Template(List.of("near ${token}", "token ${token}!"));

    assertThat(template.matches("near x", "token x!")).isTrue();
    assertThat(template.matches("near x", "token y!")).isFalse();
  }

  @Test
  void choicesAndNumbersAreNotAnything() {
    Template template = new Template(List.of("${op=ADD|DELETE} ${#count}", "${op}"));

    assertThat(template.matches("ADD 12", "ADD")).isTrue();
    assertThat(template.matches("SET 12", "SET")).isFalse();
    assertThat(template.matches("ADD x", "ADD")).isFalse();
  }

  @Test
  void anyTextDoesNotReachIntoTheNextOne() {
    Template template = new Template(List.of("a${}", "b"));

    assertThat(template.matches("a b", "b")).isTrue();
    assertThat(template.matches("a", "c")).isFalse();
  }
}
