package io.keystonedb.testing;

import io.keystonedb.storage.Snapshot;
import io.keystonedb.storage.Store;
import io.keystonedb.storage.Txn;
import java.util.function.Function;

/**
 * Runs the body of each write twice, as a store may: what the first run wrote, returned or threw is
 * thrown away, the second run counts. What a body changes outside of its transaction shows as
 * having happened twice. Thread-safe if the store underneath is.
 */
public final class RerunningStore implements Store {
  private final Store store;

  /** Runs the bodies of writes to a store twice. */
  public RerunningStore(Store store) {
    this.store = store;
  }

  @Override
  public Snapshot snapshot() {
    return store.snapshot();
  }

  @Override
  public <R> R write(Function<? super Txn, ? extends R> body) {
    try {
      store.write(
          txn -> {
            runForNothing(body, txn);
            throw new FirstRunEnded();
          });
    } catch (FirstRunEnded e) {
      // The store has dropped what the body wrote.
    }
    return store.write(body);
  }

  private static void runForNothing(Function<? super Txn, ?> body, Txn txn) {
    try {
      body.apply(txn);
    } catch (RuntimeException | Error e) {
      // The second run decides how the write ends.
    }
  }

  @Override
  public void close() {
    store.close();
  }

  private static final class FirstRunEnded extends RuntimeException {
    private static final long serialVersionUID = 1;

    FirstRunEnded() {
      super(null, null, false, false);
    }
  }
}
