package io.keystonedb.internal.operation;

import io.keystonedb.KeystoneException;
import org.jspecify.annotations.Nullable;

/** The {@code TableName} of operations on tables, which has texts of its own. */
final class TableNameParameter {
  private static final int MIN_LENGTH = 3;
  private static final int MAX_LENGTH = 255;

  private TableNameParameter() {}

  static void checkPresent(@Nullable String tableName) {
    if (tableName == null) {
      throw absent();
    }
  }

  /** Presence and length, for operations on tables that exist. */
  static void check(@Nullable String tableName) {
    if (tableName == null) {
      throw absent();
    }
    boolean arn = tableName.startsWith("arn:");
    if (!arn && (tableName.length() < MIN_LENGTH || tableName.length() > MAX_LENGTH)) {
      throw KeystoneException.validation(
          "TableName must be at least 3 characters long and at most 255 characters long");
    }
  }

  private static KeystoneException absent() {
    return KeystoneException.validation(
        "The parameter 'TableName' is required but was not present in the request");
  }
}
