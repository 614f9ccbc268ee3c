package io.keystonedb.storage;

/**
 * Reads and writes inside one atomic, isolated step; reads see the writes before them. It ends with
 * the body it was given to. Not thread-safe. A cursor does not survive a write of its transaction.
 */
public interface Txn extends Reader {
  /** Sets the value at a key. */
  void put(byte[] key, Object value);

  /** Removes a key, whether or not it is there. */
  void remove(byte[] key);
}
