package io.keystonedb.testing;

import io.keystonedb.KeystoneException;
import io.keystonedb.storage.Snapshot;
import io.keystonedb.storage.Store;
import io.keystonedb.storage.Txn;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Runs the body of each write twice, as a store may: what the first run wrote, returned or threw is
 * thrown away, the second run counts. What a body changes outside of its transaction shows as
 * having happened twice, and a body that answers or fails in another way the second time is told.
 * Thread-safe if the store underneath is.
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
    AtomicReference<Object> first = new AtomicReference<>();
    try {
      store.write(
          txn -> {
            first.set(end(body, txn));
            throw new FirstRunEnded();
          });
    } catch (FirstRunEnded e) {
      // The store has dropped what the body wrote.
    }
    return store.write(
        txn -> {
          try {
            R result = body.apply(txn);
            check(first.get(), result);
            return result;
          } catch (KeystoneException e) {
            check(first.get(), new Failed(e.toString()));
            throw e;
          }
        });
  }

  /** The end of a run in an error. */
  private record Failed(String error) {}

  /** How a run ends: with a result, or in an error. */
  private static Object end(Function<? super Txn, ?> body, Txn txn) {
    try {
      return body.apply(txn);
    } catch (RuntimeException | Error e) {
      return new Failed(e.toString());
    }
  }

  /** Answers and errors are compared; what else a body returns need not be comparable. */
  private static void check(Object first, Object second) {
    boolean comparable =
        second instanceof Failed
            || (second instanceof Record && second.getClass().getSimpleName().equals("Output"));
    if (comparable && !second.equals(first)) {
      throw new AssertionError("a second run ended with " + second + " after " + first);
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
