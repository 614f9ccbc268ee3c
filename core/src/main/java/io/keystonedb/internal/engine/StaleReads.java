package io.keystonedb.internal.engine;

import io.keystonedb.Dials;
import io.keystonedb.storage.HistoryStore;
import io.keystonedb.storage.Snapshot;
import io.keystonedb.storage.Store;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Has eventually consistent reads see what the store held a while ago, as {@link Dials#staleness}
 * says. While that is off, nothing is kept. Thread-safe.
 */
final class StaleReads {
  private final @Nullable HistoryStore store;
  private final Dials dials;
  private final InstantSource clock;
  private volatile boolean keeping;

  StaleReads(Store store, Dials dials, InstantSource clock) {
    this.store = store instanceof HistoryStore history ? history : null;
    this.dials = dials;
    this.clock = clock;
  }

  /**
   * What a read sees of the items.
   *
   * @param newest what it sees if it has to be consistent
   */
  Snapshot view(RequestContext context, Consistency consistency, Snapshot newest) {
    HistoryStore history = consistency == Consistency.STRONG ? null : history();
    return history == null ? newest : history.snapshotAsOf(context.now().minus(dials.staleness()));
  }

  /** Keeps what the store holds, if reads may ask for it; to be called before and after a write. */
  void keep() {
    HistoryStore history = history();
    if (history != null) {
      keeping = true;
      history.keep(clock, dials.staleness());
    }
  }

  /** The store, if earlier content of it is to be read; otherwise has it forget that. */
  private @Nullable HistoryStore history() {
    if (!dials.staleness().isZero()) {
      return store;
    }
    if (store != null && keeping) {
      keeping = false;
      store.forget();
    }
    return null;
  }
}
