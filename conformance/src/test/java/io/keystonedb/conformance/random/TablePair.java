package io.keystonedb.conformance.random;

import java.util.List;
import java.util.Map;

/**
 * KeystoneDB and dynoxide, for requests about tables. Tables that exist from the start are left
 * alone.
 */
final class TablePair {
  private static final Map<String, Object> EXISTING =
      Map.of(
          "TableName",
          RandomTables.EXISTING,
          "BillingMode",
          "PAY_PER_REQUEST",
          "AttributeDefinitions",
          List.of(Map.of("AttributeName", "pk", "AttributeType", "S")),
          "KeySchema",
          List.of(Map.of("AttributeName", "pk", "KeyType", "HASH")));

  private final TestedTables ours;
  private final TestedTables theirs;

  TablePair(Databases databases) {
    databases.ours().answer("CreateTable", EXISTING);
    databases.theirs().answer("CreateTable", EXISTING);
    ours = new TestedTables(databases.ours());
    theirs = new TestedTables(databases.theirs());
  }

  Difference run(Request request) {
    return new Difference(request, ours.run(request), theirs.run(request));
  }

  /** Deletes the tables that were created since. */
  void deleteTables() {
    ours.deleteNewTables();
    theirs.deleteNewTables();
  }
}
