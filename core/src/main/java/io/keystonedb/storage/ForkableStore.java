package io.keystonedb.storage;

/**
 * A store that can be copied, and go back to what it held before, at once and whatever its size.
 * Databases can be forked and restored on such a store only.
 */
public interface ForkableStore extends Store {
  /** What a store held at one moment. Immutable; it needs no closing. */
  interface Content {}

  /** A new store with the content of this one; neither sees what is written to the other. */
  ForkableStore fork();

  /** The content of this store now, to be {@linkplain #restore restored} later. */
  Content content();

  /**
   * Makes an earlier content the content of this store again, as one commit. Snapshots taken before
   * are not affected.
   *
   * @param content of this store, of one that was forked from it, or from which it was forked
   * @throws IllegalArgumentException if it is that of another kind of store
   */
  void restore(Content content);
}
