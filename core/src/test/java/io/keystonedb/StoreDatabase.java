package io.keystonedb;

import io.keystonedb.storage.Store;

/** Opens databases on the stores of tests. */
public final class StoreDatabase {
  private StoreDatabase() {}

  /** A database on a store that follows a clock. */
  public static Database on(Store store, KeystoneClock clock) {
    return Database.on(store, clock);
  }
}
