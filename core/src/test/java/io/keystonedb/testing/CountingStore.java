package io.keystonedb.testing;

import io.keystonedb.storage.Cursor;
import io.keystonedb.storage.Measure;
import io.keystonedb.storage.Snapshot;
import io.keystonedb.storage.Store;
import io.keystonedb.storage.Txn;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Counts the rows that each write puts and removes. Not thread-safe. */
public final class CountingStore implements Store {
  private final Store store;
  private long largest;
  private int commits;

  /** Counts what is written to a store. */
  public CountingStore(Store store) {
    this.store = store;
  }

  /** Starts again. */
  public void reset() {
    largest = 0;
    commits = 0;
  }

  /** The most rows that one commit put and removed. */
  public long largestCommit() {
    return largest;
  }

  /** How many commits there were. */
  public int commits() {
    return commits;
  }

  @Override
  public Snapshot snapshot() {
    return store.snapshot();
  }

  @Override
  public <R> R write(Function<? super Txn, ? extends R> body) {
    CountingTxn[] run = new CountingTxn[1];
    R result =
        store.write(
            txn -> {
              run[0] = new CountingTxn(txn);
              return body.apply(run[0]);
            });
    commits++;
    largest = Math.max(largest, run[0].rows);
    return result;
  }

  @Override
  public void close() {
    store.close();
  }

  private static final class CountingTxn implements Txn {
    private final Txn txn;
    private long rows;

    CountingTxn(Txn txn) {
      this.txn = txn;
    }

    @Override
    public @Nullable Object get(byte[] key) {
      return txn.get(key);
    }

    @Override
    public Cursor range(byte[] from, byte @Nullable [] to, boolean descending) {
      return txn.range(from, to, descending);
    }

    @Override
    public Measure measure(byte[] from, byte @Nullable [] to) {
      return txn.measure(from, to);
    }

    @Override
    public void put(byte[] key, Object value) {
      rows++;
      txn.put(key, value);
    }

    @Override
    public void remove(byte[] key) {
      rows++;
      txn.remove(key);
    }

    @Override
    public void removeRange(byte[] from, byte @Nullable [] to) {
      rows += txn.measure(from, to).count();
      txn.removeRange(from, to);
    }
  }
}
