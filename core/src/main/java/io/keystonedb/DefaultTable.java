package io.keystonedb;

import io.keystonedb.internal.engine.Engine;
import io.keystonedb.internal.engine.Tables;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Creates the table {@value Database#DEFAULT_TABLE} when it is first used. Once the table has been
 * seen, calls do not look for it again: one that does not find it creates it and tries once more.
 * Thread-safe.
 */
final class DefaultTable {
  private final Engine engine;
  private final Runnable creation;
  private final AtomicInteger creations = new AtomicInteger();
  private volatile boolean seen;

  /**
   * The default table of an engine.
   *
   * @param creation creates it
   */
  DefaultTable(Engine engine, Runnable creation) {
    this.engine = engine;
    this.creation = creation;
  }

  /** Makes a call that needs the table. */
  <R> R call(Supplier<R> call) {
    if (!seen) {
      createIfAbsent();
      seen = true;
    }
    int before = creations.get();
    try {
      return call.get();
    } catch (KeystoneException e) {
      if (e.code() != ErrorCode.RESOURCE_NOT_FOUND) {
        throw e;
      }
      createIfAbsent();
      if (creations.get() == before) {
        throw e;
      }
      return call.get();
    }
  }

  /** Creates the table unless there is one, whatever its status. */
  void createIfAbsent() {
    engine.completeDue();
    if (engine.<Boolean>read(reader -> Tables.find(reader, Database.DEFAULT_TABLE) != null)) {
      return;
    }
    try {
      creation.run();
    } catch (KeystoneException e) {
      // Another thread was faster.
      if (e.code() != ErrorCode.RESOURCE_IN_USE) {
        throw e;
      }
    }
    creations.incrementAndGet();
  }

  /** Has the next call look for the table, after the content of the database was replaced. */
  void forget() {
    seen = false;
  }
}
