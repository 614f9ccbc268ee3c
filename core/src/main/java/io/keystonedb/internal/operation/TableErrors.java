package io.keystonedb.internal.operation;

import io.keystonedb.ErrorCode;
import io.keystonedb.KeystoneException;
import io.keystonedb.internal.engine.TableDefinition;

/** Errors of operations on tables. */
final class TableErrors {
  private TableErrors() {}

  /** Something is under way with the table. */
  static KeystoneException inUse(TableDefinition table) {
    String change =
        switch (table.status()) {
          case "CREATING" -> "created";
          case "DELETING" -> "deleted";
          default -> "updated";
        };
    return KeystoneException.of(
        ErrorCode.RESOURCE_IN_USE,
        "Attempt to change a resource which is still in use: Table is being "
            + change
            + ": "
            + table.name());
  }
}
