package io.keystonedb.internal.storage.memory;

import io.keystonedb.storage.Measure;
import org.jspecify.annotations.Nullable;

/**
 * A node of a persistent B+tree: entries are in leaves, branches route to them.
 *
 * <p>A node belongs to the transaction that made it, which edits it in place; every other
 * transaction makes a copy. So a node is immutable once its transaction has ended, and a
 * transaction copies each path once however often it writes there. Arrays are as long as their
 * content: a commit copies the leaf anyway, and most leaves are never written again.
 *
 * <p>All leaves are at the same depth. A node other than the root has {@link #MIN_SIZE} to {@link
 * #MAX_SIZE} entries or children; the edits of a node leave it one beyond, and its parent splits or
 * refills it. The wide gap between the two keeps a tree from splitting and merging in turns.
 *
 * <p>Each node knows how many entries are in and below it, and what they weigh together.
 *
 * @see <a href="https://en.wikipedia.org/wiki/B%2B_tree">B+ tree</a>
 */
abstract sealed class Node permits Leaf, Branch {
  static final int MAX_SIZE = 32;
  static final int MIN_SIZE = 8;

  /** The transaction that may edit this node. */
  final Owner owner;

  /** The keys of a leaf's entries, or the separators between a branch's children. */
  Keys keys;

  /** What the entries in and below this node weigh together. */
  long weight;

  Node(Owner owner, Keys keys, long weight) {
    this.owner = owner;
    this.keys = keys;
    this.weight = weight;
  }

  /** The number of entries or children. */
  abstract int size();

  /** The number of entries in and below this node. */
  abstract long count();

  /**
   * Measures the entries in and below this node that are in a range.
   *
   * @param from the lower bound, or null if no entry is below it
   * @param to the upper bound, or null if every entry is below it
   */
  abstract Measure measure(byte @Nullable [] from, byte @Nullable [] to);

  /** Sets the value at a key, in this node or its copy. The result may be one entry too large. */
  abstract Node put(byte[] key, Object value, Owner owner);

  /**
   * Removes a key, in this node or its copy; without the key there is neither change nor copy. The
   * result may be one entry too small.
   */
  abstract Node remove(byte[] key, Owner owner);

  /** The key that separates the entries or children before a position from those behind. */
  abstract byte[] separatorAt(int position);

  /** Moves what is behind a position to a new right neighbour; this node is owned. */
  abstract Node splitOff(int position, Owner owner);

  /** A new node with the content of this one and its right neighbour. */
  abstract Node joined(byte[] separator, Node right, Owner owner);

  final boolean isOwnedBy(Owner transaction) {
    return owner == transaction;
  }

  /**
   * Where to split this overfull node after a write at a key: in the middle, but close to the end
   * at which keys were added. So nodes filled in ascending or descending order end up well filled.
   */
  final int splitPosition(byte[] writtenKey) {
    int found = keys.search(writtenKey);
    int position = found >= 0 ? found : -found - 1;
    if (position >= keys.size() - 1) {
      return size() - MIN_SIZE;
    }
    return position == 0 ? MIN_SIZE : size() / 2;
  }
}
