package io.keystonedb.testing;

import io.keystonedb.internal.storage.memory.MemoryStore;
import io.keystonedb.storage.Codec;
import io.keystonedb.storage.Cursor;
import io.keystonedb.storage.Measure;
import io.keystonedb.storage.Reader;
import io.keystonedb.storage.Snapshot;
import io.keystonedb.storage.Store;
import io.keystonedb.storage.Txn;
import io.keystonedb.storage.Weigher;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps bytes only, as a store on a disk does: values are encoded when they are put, and decoded
 * each time they are read. The writes of a transaction are kept back until its commit, or until a
 * read of a range needs them. Thread-safe.
 */
public final class EncodedStore implements Store {
  private final Codec codec;
  private final MemoryStore store;

  /** An empty store. */
  public EncodedStore(Codec codec, Weigher weigher) {
    this.codec = codec;
    store = new MemoryStore((key, bytes) -> weigher.weigh(key, codec.decode(key, (byte[]) bytes)));
  }

  @Override
  public Snapshot snapshot() {
    return new DecodingSnapshot(store.snapshot());
  }

  @Override
  public <R> R write(Function<? super Txn, ? extends R> body) {
    return store.write(
        txn -> {
          BufferingTxn buffering = new BufferingTxn(txn);
          R result = body.apply(buffering);
          buffering.flush();
          return result;
        });
  }

  @Override
  public void close() {
    store.close();
  }

  private @Nullable Object decode(byte[] key, @Nullable Object bytes) {
    return bytes == null ? null : codec.decode(key, (byte[]) bytes);
  }

  /** Decodes what another reader reads. */
  private class DecodingReader implements Reader {
    private final Reader reader;

    DecodingReader(Reader reader) {
      this.reader = reader;
    }

    @Override
    public @Nullable Object get(byte[] key) {
      return decode(key, reader.get(key));
    }

    @Override
    public Cursor range(byte[] from, byte @Nullable [] to, boolean descending) {
      Cursor cursor = reader.range(from, to, descending);
      return new Cursor() {
        @Override
        public boolean next() {
          return cursor.next();
        }

        @Override
        public byte[] key() {
          return cursor.key();
        }

        @Override
        public Object value() {
          return codec.decode(cursor.key(), (byte[]) cursor.value());
        }
      };
    }

    @Override
    public Measure measure(byte[] from, byte @Nullable [] to) {
      return reader.measure(from, to);
    }
  }

  private final class DecodingSnapshot extends DecodingReader implements Snapshot {
    private final Snapshot snapshot;

    DecodingSnapshot(Snapshot snapshot) {
      super(snapshot);
      this.snapshot = snapshot;
    }

    @Override
    public void close() {
      snapshot.close();
    }
  }

  private final class BufferingTxn extends DecodingReader implements Txn {
    private final Txn txn;

    /** What is to be written: null where a key is to be removed. */
    private final Map<byte[], byte @Nullable []> pending = new TreeMap<>(Arrays::compareUnsigned);

    private int writes;

    BufferingTxn(Txn txn) {
      super(txn);
      this.txn = txn;
    }

    void flush() {
      pending.forEach(
          (key, bytes) -> {
            if (bytes == null) {
              txn.remove(key);
            } else {
              txn.put(key, bytes);
            }
          });
      pending.clear();
    }

    @Override
    public @Nullable Object get(byte[] key) {
      Object stored = super.get(key);
      return pending.containsKey(key) ? decode(key, pending.get(key)) : stored;
    }

    @Override
    public Cursor range(byte[] from, byte @Nullable [] to, boolean descending) {
      flush();
      Cursor cursor = super.range(from, to, descending);
      int writesBefore = writes;
      return new Cursor() {
        @Override
        public boolean next() {
          if (writes != writesBefore) {
            throw new IllegalStateException("a cursor does not survive a write of its transaction");
          }
          return cursor.next();
        }

        @Override
        public byte[] key() {
          return cursor.key();
        }

        @Override
        public Object value() {
          return cursor.value();
        }
      };
    }

    @Override
    public Measure measure(byte[] from, byte @Nullable [] to) {
      flush();
      return super.measure(from, to);
    }

    @Override
    public void put(byte[] key, Object value) {
      write(key.clone(), codec.encode(key, value));
    }

    @Override
    public void remove(byte[] key) {
      write(key.clone(), null);
    }

    private void write(byte[] key, byte @Nullable [] bytes) {
      txn.get(key); // Refused if the transaction has ended.
      writes++;
      pending.put(key, bytes);
    }

    @Override
    public void removeRange(byte[] from, byte @Nullable [] to) {
      flush();
      writes++;
      txn.removeRange(from, to);
    }
  }
}
