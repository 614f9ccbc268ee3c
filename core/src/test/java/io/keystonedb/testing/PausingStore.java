package io.keystonedb.testing;

import io.keystonedb.storage.Reader;
import io.keystonedb.storage.Snapshot;
import io.keystonedb.storage.Store;
import io.keystonedb.storage.Txn;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Pauses each write between the end of its body and its commit, and again after its commit, and
 * runs an action of the test meanwhile, on the thread that writes. Thread-safe if the store
 * underneath is.
 */
public final class PausingStore implements Store {
  private final Store store;
  private volatile Consumer<? super Reader> beforeCommit = reader -> {};
  private volatile Runnable afterCommit = () -> {};

  /** Pauses the writes to a store; without an action until one is set. */
  public PausingStore(Store store) {
    this.store = store;
  }

  /**
   * Sets what runs before each commit from now on. It is given what is about to be committed; if it
   * throws, the commit fails.
   */
  public void beforeCommit(Consumer<? super Reader> action) {
    beforeCommit = action;
  }

  /** Sets what runs after each commit from now on; what it writes itself is not followed by it. */
  public void afterCommit(Runnable action) {
    afterCommit =
        () -> {
          afterCommit = () -> {};
          action.run();
          afterCommit(action);
        };
  }

  @Override
  public Snapshot snapshot() {
    return store.snapshot();
  }

  @Override
  public <R> R write(Function<? super Txn, ? extends R> body) {
    R answer =
        store.write(
            txn -> {
              R result = body.apply(txn);
              beforeCommit.accept(txn);
              return result;
            });
    afterCommit.run();
    return answer;
  }

  @Override
  public void close() {
    store.close();
  }
}
