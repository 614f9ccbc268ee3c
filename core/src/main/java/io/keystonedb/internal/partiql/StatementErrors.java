package io.keystonedb.internal.partiql;

import io.keystonedb.KeystoneException;

/**
 * The service's texts about statements. Those about syntax are known from the service; of those
 * about meaning some are known only from DynamoDB Local, which words the others the same way.
 */
final class StatementErrors {
  private StatementErrors() {}

  /** The text is not PartiQL. */
  static KeystoneException syntax(String detail) {
    return KeystoneException.validation(
        "Statement wasn't well formed, can't be processed: " + detail);
  }

  /** A character that begins no token, or a quote without its end: there is no detail. */
  static KeystoneException unreadable() {
    return syntax("");
  }

  static KeystoneException at(String text, Position position) {
    return KeystoneException.validation(text + " at " + position);
  }

  static KeystoneException operandCount(String function, int count) {
    return KeystoneException.validation(
        "Incorrect number of operands for operator or function; operator or function: "
            + function
            + ", number of operands: "
            + count);
  }

  static KeystoneException aliased() {
    return KeystoneException.validation("Aliasing is not supported");
  }

  static KeystoneException emptyName() {
    return KeystoneException.validation("Path component cannot be an empty string");
  }

  static KeystoneException unexpectedComponent(Position position) {
    return at("Unexpected path component", position);
  }

  static KeystoneException missingCompared() {
    return KeystoneException.validation("MISSING must be compared using IS operator");
  }

  static KeystoneException parameterCount() {
    return KeystoneException.validation(
        "Number of parameters in request and statement don't match.");
  }
}
