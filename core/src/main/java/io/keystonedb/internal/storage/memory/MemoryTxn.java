package io.keystonedb.internal.storage.memory;

import io.keystonedb.storage.Cursor;
import io.keystonedb.storage.Measure;
import io.keystonedb.storage.Txn;
import io.keystonedb.storage.Weigher;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The tree that one transaction works on; nobody else sees it before the commit. */
final class MemoryTxn implements Txn {
  private static final int MANY_ROWS = 500;

  private final Owner owner;

  private Node root;
  private long writes;
  private boolean ended;

  MemoryTxn(Node root, Weigher weigher) {
    this.owner = new Owner(weigher);
    this.root = root;
  }

  @Override
  public @Nullable Object get(byte[] key) {
    checkRunning();
    return Tree.get(root, key);
  }

  @Override
  public Cursor range(byte[] from, byte @Nullable [] to, boolean descending) {
    checkRunning();
    return new TxnCursor(from, to, descending);
  }

  @Override
  public Measure measure(byte[] from, byte @Nullable [] to) {
    checkRunning();
    return Tree.measure(root, from, to);
  }

  @Override
  public void put(byte[] key, Object value) {
    checkRunning();
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(value, "value");
    writes++;
    root = Tree.put(root, key, value, owner);
  }

  @Override
  public void remove(byte[] key) {
    checkRunning();
    writes++;
    root = Tree.remove(root, key, owner);
  }

  @Override
  public void removeRange(byte[] from, byte @Nullable [] to) {
    checkRunning();
    long before = root.count();
    root = Tree.removeRange(root, from, to, owner);
    writes += 1 + before - root.count();
  }

  /** Whether it wrote so many rows that others may have begun to wait for it. */
  boolean isLong() {
    return writes > MANY_ROWS;
  }

  /** Refuses every further use. */
  void end() {
    ended = true;
  }

  /** The tree to be committed; the one it started with if nothing was written. */
  Node root() {
    return root;
  }

  private void checkRunning() {
    if (ended) {
      throw new IllegalStateException("the transaction has ended");
    }
  }

  /** A cursor that notices writes: they edit the nodes it stands on. */
  private final class TxnCursor extends TreeCursor {
    private final long writesBefore = writes;

    TxnCursor(byte[] from, byte @Nullable [] to, boolean descending) {
      super(root, from, to, descending);
    }

    @Override
    public boolean next() {
      if (writes != writesBefore) {
        throw new IllegalStateException("a cursor does not survive a write of its transaction");
      }
      return super.next();
    }
  }
}
