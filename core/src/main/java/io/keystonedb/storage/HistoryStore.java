package io.keystonedb.storage;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A store that can be read as it was a short while ago, if it is told in time to keep what it
 * holds. Eventually consistent reads that miss recent writes are possible on such a store only.
 *
 * <p>A store has no clock: what it holds is dated by that of its database.
 */
public interface HistoryStore extends Store {
  /**
   * Keeps what the store holds now, for reads {@linkplain #snapshotAsOf as of} any later instant.
   * The first that is kept stands for all earlier instants too. To be called before and after each
   * write; it does nothing if nothing was written since the last call, or the store is closed.
   *
   * <p>A store may keep only the last of what it held within one second, and drop the oldest if all
   * of it takes too much memory.
   *
   * @param clock dates what is kept; read after it was taken
   * @param maxAge how far back reads go; what only older reads would see is dropped
   */
  void keep(InstantSource clock, Duration maxAge);

  /**
   * What the store held at an instant, as far as it was kept: of what is not younger the newest, or
   * else the oldest that is kept. The newest commit if nothing is.
   */
  Snapshot snapshotAsOf(Instant instant);

  /** Drops all that was kept. */
  void forget();
}
