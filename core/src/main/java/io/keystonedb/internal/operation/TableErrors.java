package io.keystonedb.internal.operation;

import io.keystonedb.ErrorCode;
import io.keystonedb.KeystoneException;
import io.keystonedb.internal.engine.TableDefinition;

/** Errors of operations on tables. */
final class TableErrors {
  private TableErrors() {}

  /** Something is under way with the table. */
  static KeystoneException inUse(TableDefinition table) {
    return stillInUse("Table is being " + change(table) + ": " + table.name());
  }

  /**
   * The items of a table that is being made or deleted are to expire (observed in October 2026).
   */
  static KeystoneException cannotExpire(TableDefinition table) {
    return stillInUse("Table " + table.name() + " is being " + change(table));
  }

  private static String change(TableDefinition table) {
    return switch (table.status()) {
      case "CREATING" -> "created";
      case "DELETING" -> "deleted";
      default -> "updated";
    };
  }

  /** Something is under way with a table that is to be deleted (observed in October 2026). */
  static KeystoneException notDeletable(TableDefinition table) {
    return table.status().equals("UPDATING")
        ? stillInUse("Table: " + table.name() + " is in the process of being updated.")
        : inUse(table);
  }

  /** The words that all such errors begin with. */
  static KeystoneException stillInUse(String reason) {
    return KeystoneException.of(
        ErrorCode.RESOURCE_IN_USE, "Attempt to change a resource which is still in use: " + reason);
  }
}
