package io.keystonedb.internal.storage.memory;

import io.keystonedb.storage.Cursor;
import io.keystonedb.storage.Measure;
import io.keystonedb.storage.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * A root that is read. It refuses reads once closed, so that users who keep one too long notice
 * before they meet a store that holds something open for it; its cursors don't look.
 */
final class MemorySnapshot implements Snapshot {
  private final Node root;
  private boolean closed;

  MemorySnapshot(Node root) {
    this.root = root;
  }

  @Override
  public @Nullable Object get(byte[] key) {
    return Tree.get(openRoot(), key);
  }

  @Override
  public Cursor range(byte[] from, byte @Nullable [] to, boolean descending) {
    return new TreeCursor(openRoot(), from, to, descending);
  }

  @Override
  public Measure measure(byte[] from, byte @Nullable [] to) {
    return Tree.measure(openRoot(), from, to);
  }

  @Override
  public void close() {
    closed = true;
  }

  private Node openRoot() {
    if (closed) {
      throw new IllegalStateException("the snapshot is closed");
    }
    return root;
  }
}
