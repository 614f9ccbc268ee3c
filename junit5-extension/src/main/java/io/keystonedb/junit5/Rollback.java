package io.keystonedb.junit5;

import io.keystonedb.Database;
import io.keystonedb.DatabaseSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Takes a database back, clock and all, to where it was when this was made. */
final class Rollback {
  /** Clocks of the two kinds are read one after the other; less than this is not a move. */
  private static final Duration SLACK = Duration.ofMillis(1);

  private final DatabaseHandle handle;
  private final DatabaseSnapshot snapshot;
  private final Map<String, DeclaredTable> tables;
  private final Duration offset;

  Rollback(DatabaseHandle handle) {
    this.handle = handle;
    snapshot = handle.database().snapshot();
    tables = handle.tables();
    offset = offset(handle.database());
  }

  private static Duration offset(Database database) {
    return Duration.between(Instant.now(), database.clock().instant());
  }

  void run() {
    Database database = handle.database();
    Duration moved = offset(database).minus(offset);
    if (moved.abs().compareTo(SLACK) > 0) {
      // Before the data: moving the clock deletes what has expired by it.
      database.clock().set(database.clock().instant().minus(moved));
    }
    database.restore(snapshot);
    handle.restoreTables(tables);
  }
}
