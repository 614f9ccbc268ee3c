package io.keystonedb.internal.operation;

import io.keystonedb.Database;
import io.keystonedb.testing.Databases;
import io.keystonedb.testing.JsonClient;
import io.keystonedb.testing.JsonTables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What tests of operations share: the tables of {@link JsonTables} and a client. */
abstract class TablesForTest {
  static final String INVALID = "One or more parameter values were invalid: ";
  static final String ENVELOPE = "1 validation error detected: ";

  /** A member of no table. */
  static final String MISSING = "'TableName':'missing'";

  @RegisterExtension final Databases databases = new Databases();
  Database database;
  JsonClient client;

  @BeforeEach
  final void createTables() {
    database = databases.open();
    client = JsonTables.create(new JsonClient(database));
  }

  /** Puts an item into {@code plain} under the key {@code a}. */
  final void put(String attributes) {
    client.ok("PutItem", "{'TableName':'plain','Item':{'pk':{'S':'a'}," + attributes + "}}");
  }

  /** The item of {@code plain} with the key {@code a}. */
  final String get() {
    return client.ok("GetItem", "{'TableName':'plain','Key':{'pk':{'S':'a'}}}");
  }
}
