package io.keystonedb.junit5;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * Refuses versions of JUnit that are too old: constructors are injected in the scope of the test
 * method, which came with 5.13.
 */
final class JUnitVersion {
  /** A type that came with 5.13. */
  private static final String CAME_WITH_FLOOR = "org.junit.jupiter.api.ClassTemplate";

  private JUnitVersion() {}

  static void requireSupported() {
    try {
      Class.forName(CAME_WITH_FLOOR, false, Extension.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw tooOld(Extension.class.getPackage().getImplementationVersion());
    }
  }

  static ExtensionConfigurationException tooOld(@Nullable String version) {
    return new ExtensionConfigurationException(
        "KeystoneDB needs JUnit 5.13 or newer, but "
            + (version == null ? "an older version" : "version " + version)
            + " is on the class path. To fix it: raise the version of junit-jupiter (or of junit-bom)");
  }
}
