package io.keystonedb.conformance.golden;

import io.keystonedb.storage.Cursor;
import io.keystonedb.storage.Measure;
import io.keystonedb.storage.Snapshot;
import io.keystonedb.storage.Store;
import io.keystonedb.storage.Txn;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A store that tells whether something was written to it. Not thread-safe. */
final class RecordingStore implements Store {
  private final Store store;
  private boolean written;

  RecordingStore(Store store) {
    this.store = store;
  }

  /** Whether something was written since the last call. */
  boolean wasWritten() {
    boolean was = written;
    written = false;
    return was;
  }

  @Override
  public Snapshot snapshot() {
    return store.snapshot();
  }

  @Override
  public <R> R write(Function<? super Txn, ? extends R> body) {
    return store.write(txn -> body.apply(new RecordingTxn(txn)));
  }

  @Override
  public void close() {
    store.close();
  }

  private final class RecordingTxn implements Txn {
    private final Txn txn;

    RecordingTxn(Txn txn) {
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
      written = true;
      txn.put(key, value);
    }

    @Override
    public void remove(byte[] key) {
      written = true;
      txn.remove(key);
    }

    @Override
    public void removeRange(byte[] from, byte[] to) {
      written |= txn.measure(from, to).count() > 0;
      txn.removeRange(from, to);
    }
  }
}
