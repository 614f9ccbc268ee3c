package io.keystonedb;

import java.time.Duration;
import java.util.Objects;

/**
 * The service's less pleasant sides, to be dialled in for a database. All are off at first, so that
 * a database is as fast and as kind as it can be. A fork starts with its parent's settings.
 *
 * <p>Thread-safe; a setting holds for requests that begin after it.
 */
public final class Dials {
  private volatile Duration tableChanges = Duration.ZERO;

  /** Everything off. */
  public Dials() {}

  /** A copy with the same settings. */
  Dials copy() {
    return new Dials().tableChanges(tableChanges);
  }

  /**
   * How long a table or index stays {@code CREATING}, {@code UPDATING} or {@code DELETING}, by the
   * clock of the database. At first it takes no time.
   */
  public Duration tableChanges() {
    return tableChanges;
  }

  /**
   * Sets how long creation, update and deletion of tables and indexes take.
   *
   * @throws IllegalArgumentException if the duration is negative
   */
  public Dials tableChanges(Duration duration) {
    if (Objects.requireNonNull(duration, "duration").isNegative()) {
      throw new IllegalArgumentException("a change of a table can't take " + duration);
    }
    tableChanges = duration;
    return this;
  }
}
