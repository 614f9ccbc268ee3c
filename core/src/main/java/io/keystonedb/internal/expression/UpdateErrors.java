package io.keystonedb.internal.expression;

import io.keystonedb.KeystoneException;
import io.keystonedb.Value;
import org.jspecify.annotations.Nullable;

/** What can go wrong when an update meets an item. */
final class UpdateErrors {
  private UpdateErrors() {}

  static KeystoneException operandType() {
    return KeystoneException.validation(
        "An operand in the update expression has an incorrect data type");
  }

  static KeystoneException path() {
    return KeystoneException.validation(
        "The document path provided in the update expression is invalid for update");
  }

  /** A value that is there, or the error that it is not. */
  static Value present(@Nullable Value value) {
    if (value == null) {
      throw KeystoneException.validation(
          "The provided expression refers to an attribute that does not exist in the item");
    }
    return value;
  }
}
