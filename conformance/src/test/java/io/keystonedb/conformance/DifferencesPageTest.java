package io.keystonedb.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Keeps the list in {@code docs/differences-to-dynamodb-local.md} equal to {@link
 * KnownDifferences}. {@code -Dkeystone.regenerate=true} writes it anew.
 */
class DifferencesPageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("basedir", "."), "..", "docs", "differences-to-dynamodb-local.md");

  @Test
  void thePageListsEveryKnownDifference() throws IOException {
    StringBuilder list = new StringBuilder();
    Stream.of(KnownDifferences.reasons(), KnownTableDifferences.reasons())
        .flatMap(List::stream)
        .forEach(reason -> list.append("* ").append(reason).append(".\n"));
    String page = Files.readString(PAGE);
    String expected =
        page.replaceFirst("(?s)\\n\\* .*?\\n\\n", "\n" + Matcher.quoteReplacement(list + "\n"));
    if (Boolean.getBoolean("keystone.regenerate")) {
      Files.writeString(PAGE, expected);
      page = expected;
    }

    assertThat(page)
        .as(
            "the list is out of date; make it anew: mvn -pl conformance -am test"
                + " -Dtest=DifferencesPageTest -Dsurefire.failIfNoSpecifiedTests=false"
                + " -Dkeystone.regenerate=true")
        .isEqualTo(expected);
  }
}
