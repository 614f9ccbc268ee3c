package io.keystonedb;

import io.keystonedb.storage.Store;
import io.keystonedb.testing.TestStore;

/** Opens databases on stores, for tests in other packages. */
public final class StoreDatabase {
  private StoreDatabase() {}

  /** A database on a store that follows a clock. */
  public static Database on(Store store, KeystoneClock clock) {
    return Database.on(store, clock);
  }

  /** An empty database on the store that this run of the tests is about. */
  public static Database open() {
    return open(KeystoneClock.system());
  }

  /** As {@link #open()}, with a clock. */
  public static Database open(KeystoneClock clock) {
    return on(TestStore.open(), clock);
  }
}
