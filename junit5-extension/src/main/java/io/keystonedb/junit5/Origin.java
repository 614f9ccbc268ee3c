package io.keystonedb.junit5;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * Where something was declared, for messages and for finding files.
 *
 * @param testClass the class that files are looked for beside
 * @param member the test method, if it was declared on one
 * @param declaration what declares, such as {@code @KeystoneDb}
 */
record Origin(Class<?> testClass, @Nullable String member, String declaration) {

  /**
   * A mistake in a declaration.
   *
   * @param value the part of the declaration that is wrong, such as {@code seed = "a.json"}
   * @param mistake what is wrong with it
   * @param fix what to do
   */
  ExtensionConfigurationException mistake(String value, String mistake, String fix) {
    return new ExtensionConfigurationException(message(value, mistake, fix));
  }

  /** As {@link #mistake(String, String, String)}, noticed by an exception. */
  ExtensionConfigurationException mistake(
      String value, String mistake, String fix, Throwable cause) {
    return new ExtensionConfigurationException(message(value, mistake, fix), cause);
  }

  /** Where, what is wrong and what to do, in one sentence each. */
  String message(String value, String mistake, String fix) {
    String place = testClass.getName() + (member == null ? "" : "." + member);
    String part = value.isEmpty() ? declaration : declaration + "(" + value + ")";
    return place + ": " + part + ": " + mistake + ". To fix it: " + fix;
  }
}
