package io.keystonedb.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Keeps {@code docs/compatibility.md} true. {@code -Dkeystonedb.regenerate=true} writes it anew.
 */
class CompatibilityPageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("basedir", "."), "..", "docs", "compatibility.md");

  @Test
  void thePageSaysWhatIsSo() throws IOException, ReflectiveOperationException {
    String page = CompatibilityPage.generate();
    if (Boolean.getBoolean("keystonedb.regenerate")) {
      Files.writeString(PAGE, page);
    }

    assertThat(Files.readString(PAGE))
        .as(
            "docs/compatibility.md is out of date; make it anew: mvn -pl conformance -am test"
                + " -Dtest=CompatibilityPageTest -Dsurefire.failIfNoSpecifiedTests=false"
                + " -Dkeystonedb.regenerate=true")
        .isEqualTo(page);
  }

  @Test
  void noCheckedFeatureIsMissing() {
    assertThat(FeatureChecks.sections())
        .allSatisfy(
            section ->
                assertThat(section.features())
                    .extracting(FeatureChecks.Feature::answer)
                    .doesNotContain("**no**"));
  }
}
