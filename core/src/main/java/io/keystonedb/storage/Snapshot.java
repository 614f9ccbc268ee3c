package io.keystonedb.storage;

/**
 * A consistent view of a store that later commits don't change. Whoever takes one closes it; none
 * outlives the request it was taken for. Thread-safe.
 *
 * <p>Once it is closed, reads throw {@link IllegalStateException}, and its cursors must not be
 * used.
 */
public interface Snapshot extends Reader, AutoCloseable {
  @Override
  void close();
}
