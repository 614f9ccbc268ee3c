package io.keystonedb.testing;

import io.keystonedb.storage.Reader;
import io.keystonedb.storage.Snapshot;
import io.keystonedb.storage.Store;
import io.keystonedb.storage.Txn;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Pauses each write between the end of its body and its commit, and runs an action of the test
 * meanwhile, on the thread that writes. The action is given what is about to be committed; if it
 * throws, the commit fails. Thread-safe if the store underneath is.
 */
public final class PausingStore implements Store {
  private final Store store;
  private volatile Consumer<? super Reader> beforeCommit = reader -> {};

  /** Pauses the writes to a store; without an action until one is set. */
  public PausingStore(Store store) {
    this.store = store;
  }

  /** Sets what runs before each commit from now on. */
  public void beforeCommit(Consumer<? super Reader> action) {
    beforeCommit = action;
  }

  @Override
  public Snapshot snapshot() {
    return store.snapshot();
  }

  @Override
  public <R> R write(Function<? super Txn, ? extends R> body) {
    return store.write(
        txn -> {
          R result = body.apply(txn);
          beforeCommit.accept(txn);
          return result;
        });
  }

  @Override
  public void close() {
    store.close();
  }
}
