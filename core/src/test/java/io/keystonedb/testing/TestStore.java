package io.keystonedb.testing;

import io.keystonedb.Database;
import io.keystonedb.internal.storage.memory.MemoryStore;
import io.keystonedb.storage.Store;
import java.util.Locale;

/**
 * The stores that the tests of the engine run on. The system property {@code keystonedb.test.store}
 * chooses one for a whole run; the build has a run for each. Tests of fork, snapshot and restore
 * have the tag {@value #FORK} and run in memory only.
 */
public enum TestStore {
  /** The store in memory as it is. */
  MEMORY {
    @Override
    Store create() {
      return new MemoryStore(Database.weigher());
    }
  },
  /** One that runs every write body twice. */
  RERUNNING {
    @Override
    Store create() {
      return new RerunningStore(MEMORY.create());
    }
  },
  /** One that keeps bytes. */
  ENCODED {
    @Override
    Store create() {
      return new EncodedStore(Database.codec(), Database.weigher());
    }
  };

  /** The tag of tests that need a store that can be forked. */
  public static final String FORK = "fork";

  private static final TestStore CHOSEN =
      valueOf(System.getProperty("keystonedb.test.store", "memory").toUpperCase(Locale.ROOT));

  abstract Store create();

  /** A new, empty store. */
  public static Store open() {
    return CHOSEN.create();
  }
}
