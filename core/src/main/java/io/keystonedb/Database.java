package io.keystonedb;

import io.keystonedb.internal.engine.Account;
import io.keystonedb.internal.engine.Engine;
import io.keystonedb.internal.storage.memory.MemoryStore;
import java.util.random.RandomGenerator;

/**
 * A DynamoDB of its own: tables, indexes, items and a clock, in this JVM. Thread-safe.
 *
 * <p>It has no thread, no port and no file; an in-memory database that is no longer reachable is
 * simply collected.
 */
public final class Database implements AutoCloseable {
  private final Engine engine;

  private Database(Engine engine) {
    this.engine = engine;
  }

  /** An empty database in memory. */
  public static Database inMemory() {
    return new Database(
        new Engine(
            new MemoryStore(), KeystoneClock.system(), RandomGenerator.getDefault(), Account.DEFAULT));
  }

  /** The clock of this database. */
  public KeystoneClock clock() {
    return engine.clock();
  }

  /**
   * A new, independent database with the same content. It costs the same at any size: both share
   * what neither of them changes. The clock is copied with its offset.
   *
   * @throws UnsupportedOperationException if the database is not in memory
   */
  public Database fork() {
    throw new UnsupportedOperationException();
  }

  /** For the other modules of this project; the type lies in a package that is not exported. */
  public Engine engine() {
    return engine;
  }

  /** Releases the store; calls after it throw {@link IllegalStateException}. */
  @Override
  public void close() {
    engine.close();
  }
}
