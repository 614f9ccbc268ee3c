package io.keystonedb.server.internal;

import io.keystonedb.Database;
import io.keystonedb.internal.engine.Engine;
import io.keystonedb.internal.wire.EngineSource;
import io.keystonedb.internal.wire.RequestSignature;
import io.keystonedb.internal.wire.WireRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * A database for each access key and Region: a fork of the first one, made when it is first asked
 * for. Those of access keys that begin with {@value #PRIVATE} disappear when nobody has used them
 * for a while. Thread-safe.
 */
public final class IsolatedDatabases implements EngineSource {
  /** What the access keys of databases that disappear begin with, in any case. */
  public static final String PRIVATE = "private";

  private final Database first;
  private final long privateIdleNanos;
  private final ConcurrentHashMap<Owner, Slot> slots = new ConcurrentHashMap<>();

  /** Forks of a database; private ones disappear after being idle for a time. */
  public IsolatedDatabases(Database first, Duration privateIdle) {
    this.first = first;
    privateIdleNanos = privateIdle.toNanos();
  }

  @Override
  public Engine engine(WireRequest request, RequestSignature signature) {
    Owner owner = new Owner(signature.accessKey(), signature.region());
    while (true) {
      Slot slot = slots.computeIfAbsent(owner, this::open);
      if (slot.use()) {
        return slot.database.engine();
      }
      slots.remove(owner, slot);
    }
  }

  private Slot open(Owner owner) {
    return new Slot(
        owner.region.isEmpty() ? first.fork() : first.forkIn(owner.region), owner.isPrivate());
  }

  /** Drops what has been idle for too long; what is in use at the moment stays until it is done. */
  public void dropIdle() {
    long now = System.nanoTime();
    slots.forEach(
        (owner, slot) -> {
          if (slot.retire(now - privateIdleNanos)) {
            slots.remove(owner, slot);
          }
        });
  }

  /** Calls back with each database that there is. */
  public void forEach(Consumer<? super Engine> action) {
    slots.values().forEach(slot -> action.accept(slot.database.engine()));
  }

  private record Owner(String accessKey, String region) {
    boolean isPrivate() {
      return accessKey.toLowerCase(Locale.ROOT).startsWith(PRIVATE);
    }
  }

  /** A database and when it was last used. */
  private static final class Slot {
    private final Database database;
    private final boolean disappears;
    private long usedNanos = System.nanoTime();
    private boolean retired;

    Slot(Database database, boolean disappears) {
      this.database = database;
      this.disappears = disappears;
    }

    /** False if it was retired, so that nothing is written into a database that is gone. */
    synchronized boolean use() {
      usedNanos = System.nanoTime();
      return !retired;
    }

    synchronized boolean retire(long unusedSinceNanos) {
      retired = disappears && usedNanos - unusedSinceNanos < 0;
      return retired;
    }
  }
}
