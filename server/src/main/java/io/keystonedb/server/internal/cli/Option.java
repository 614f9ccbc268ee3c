package io.keystonedb.server.internal.cli;

import org.jspecify.annotations.Nullable;

/**
 * An option of the command line.
 *
 * @param name with its dashes, as it is typed
 * @param value what its value is called in the help; null if it has none
 * @param help what it does, in one line
 * @param action what it changes in the settings
 */
record Option(String name, @Nullable String value, String help, Action action) {
  static Option flag(String name, String help, Action action) {
    return new Option(name, null, help, action);
  }

  static Option with(String name, String value, String help, Action action) {
    return new Option(name, value, help, action);
  }

  /** The option as the help shows it. */
  String usage() {
    return value == null ? name : name + " " + value;
  }

  /** Sets what the option stands for; the value is empty for an option that has none. */
  @FunctionalInterface
  interface Action {
    void apply(Settings settings, String value);
  }
}
