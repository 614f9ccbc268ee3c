package io.keystonedb.internal.engine;

import io.keystonedb.storage.Txn;

/** The rows of a database inside one transaction, to be read and written. Not thread-safe. */
public final class RowWriter extends RowReader {
  private final Txn txn;

  RowWriter(Txn txn, RowKeys keys) {
    super(txn, keys);
    this.txn = txn;
  }

  /** Sets the value at a key. */
  <V> void put(RowKey<V> key, V value) {
    txn.put(key.bytes(), value);
  }

  /** Removes a row, whether or not it is there. */
  void remove(RowKey<?> key) {
    txn.remove(key.bytes());
  }

  /** Removes all rows of a range. */
  void removeAll(RowRange<?> range) {
    txn.removeRange(range.from(), range.to());
  }
}
