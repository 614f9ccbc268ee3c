package io.keystonedb.testing;

import io.keystonedb.Database;
import io.keystonedb.KeystoneClock;
import io.keystonedb.TableSchema;
import io.keystonedb.storage.Store;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Opens the databases of a test, and checks after each test that in none of them a table, its
 * indexes and its stream are out of step. Registered as an instance field with
 * {@code @RegisterExtension}.
 */
public final class Databases implements AfterEachCallback {
  private final List<Database> opened = new ArrayList<>();

  /** As {@link Database#inMemory()}, on the {@link TestStore} of the run. */
  public Database open() {
    return open(KeystoneClock.system());
  }

  /** As {@link Database#inMemory(KeystoneClock)}, on the {@link TestStore} of the run. */
  public Database open(KeystoneClock clock) {
    return open(TestStore.open(), clock);
  }

  /** As {@link Database#inMemory(TableSchema)}, on the {@link TestStore} of the run. */
  public Database open(TableSchema schema) {
    Database database = open();
    database.createTable(Database.DEFAULT_TABLE, schema);
    return database;
  }

  /** A database on a store, with a clock of its own. */
  public Database open(Store store) {
    return open(store, KeystoneClock.system());
  }

  /** A database on a store that follows a clock. */
  public Database open(Store store, KeystoneClock clock) {
    return checked(Database.on(store, clock));
  }

  /** Has a database checked that came into being in another way. */
  public Database checked(Database database) {
    opened.add(database);
    return database;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    opened.forEach(database -> TableInvariants.check(database.engine()));
  }
}
