package io.keystonedb.testing;

import io.keystonedb.storage.Cursor;
import io.keystonedb.storage.Measure;
import io.keystonedb.storage.Reader;
import io.keystonedb.storage.Snapshot;
import io.keystonedb.storage.Store;
import io.keystonedb.storage.Txn;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Counts the views of a store that are opened, snapshots and transactions, and the reads of keys
 * that the test is about. Thread-safe if the store underneath is.
 */
public final class ReadCountingStore implements Store {
  private final Store store;
  private final Predicate<byte[]> counted;
  private final AtomicInteger views = new AtomicInteger();
  private final AtomicInteger reads = new AtomicInteger();

  /** Counts the reads of some keys. */
  public ReadCountingStore(Store store, Predicate<byte[]> counted) {
    this.store = store;
    this.counted = counted;
  }

  /** How many snapshots and transactions there were since the last reset. */
  public int views() {
    return views.get();
  }

  /** How many keys were read of those that are counted, since the last reset. */
  public int reads() {
    return reads.get();
  }

  /** Starts to count again. */
  public void reset() {
    views.set(0);
    reads.set(0);
  }

  @Override
  public Snapshot snapshot() {
    views.incrementAndGet();
    return new CountingSnapshot(store.snapshot());
  }

  @Override
  public <R> R write(Function<? super Txn, ? extends R> body) {
    views.incrementAndGet();
    return store.write(txn -> body.apply(new CountingTxn(txn)));
  }

  @Override
  public void close() {
    store.close();
  }

  private class CountingReader<T extends Reader> implements Reader {
    final T reader;

    CountingReader(T reader) {
      this.reader = reader;
    }

    @Override
    public Object get(byte[] key) {
      if (counted.test(key)) {
        reads.incrementAndGet();
      }
      return reader.get(key);
    }

    @Override
    public Cursor range(byte[] from, byte[] to, boolean descending) {
      return reader.range(from, to, descending);
    }

    @Override
    public Measure measure(byte[] from, byte[] to) {
      return reader.measure(from, to);
    }
  }

  private final class CountingSnapshot extends CountingReader<Snapshot> implements Snapshot {
    CountingSnapshot(Snapshot snapshot) {
      super(snapshot);
    }

    @Override
    public void close() {
      reader.close();
    }
  }

  private final class CountingTxn extends CountingReader<Txn> implements Txn {
    CountingTxn(Txn txn) {
      super(txn);
    }

    @Override
    public void put(byte[] key, Object value) {
      reader.put(key, value);
    }

    @Override
    public void remove(byte[] key) {
      reader.remove(key);
    }

    @Override
    public void removeRange(byte[] from, byte[] to) {
      reader.removeRange(from, to);
    }
  }
}
