package io.keystonedb.internal.storage.memory;

import io.keystonedb.storage.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * A walk over a range of a tree. It descends to the first leaf when it is first moved; from then on
 * it keeps the way down, so that an entry costs an index and a leaf two comparisons.
 */
class TreeCursor implements Cursor {
  private final byte[] from;
  private final byte @Nullable [] to;
  private final int step;

  /** The branches from the root to the leaf, and the position taken in each. */
  private final Branch[] path;

  private final int[] positions;

  /** Where the descent starts; only looked at by the first move. */
  private final Node root;

  private boolean started;
  private Leaf leaf = Leaf.EMPTY;
  private int index;

  /** The position one step behind the last entry of this leaf that is in the range. */
  private int limit;

  /** Whether the range ends in this leaf. */
  private boolean last;

  TreeCursor(Node root, byte[] from, byte @Nullable [] to, boolean descending) {
    this.root = root;
    this.from = from;
    this.to = to;
    this.step = descending ? -1 : 1;
    this.limit = step;
    int height = Tree.height(root);
    this.path = new Branch[height];
    this.positions = new int[height];
  }

  @Override
  public boolean next() {
    if (index + step == limit) {
      return nextLeaf();
    }
    index += step;
    return true;
  }

  @Override
  public byte[] key() {
    return leaf.keys.get(index);
  }

  @Override
  public Object value() {
    return leaf.values[index];
  }

  /** Moves to the first entry of the next leaf that has one in the range. */
  private boolean nextLeaf() {
    while (!last) {
      Leaf next = started ? neighbour() : descend(root, 0, true);
      started = true;
      if (next == null) {
        last = true;
      } else if (enter(next)) {
        return true;
      }
    }
    return false;
  }

  /** Makes a leaf the current one unless it has nothing in the range. */
  private boolean enter(Leaf next) {
    int start = next.startOf(from);
    int end = to == null ? next.size() : next.endOf(to);
    last = step > 0 ? end < next.size() : start > 0;
    if (start >= end) {
      return false;
    }
    leaf = next;
    index = step > 0 ? start : end - 1;
    limit = step > 0 ? end : start - 1;
    return true;
  }

  /** The leaf next to the current one in the direction of the walk, or null at the end. */
  private @Nullable Leaf neighbour() {
    for (int depth = path.length - 1; depth >= 0; depth--) {
      int position = positions[depth] + step;
      if (position >= 0 && position < path[depth].size()) {
        positions[depth] = position;
        return descend(path[depth].children[position], depth + 1, false);
      }
    }
    return null;
  }

  /**
   * Goes down to a leaf and notes the way.
   *
   * @param toBound whether to go to where the range starts, rather than to the first leaf
   */
  private Leaf descend(Node top, int topDepth, boolean toBound) {
    Node node = top;
    int depth = topDepth;
    while (node instanceof Branch branch) {
      int position = toBound ? startIn(branch) : step > 0 ? 0 : branch.size() - 1;
      path[depth] = branch;
      positions[depth] = position;
      node = branch.children[position];
      depth++;
    }
    return (Leaf) node;
  }

  private int startIn(Branch branch) {
    if (step > 0) {
      return branch.positionFor(from);
    }
    return to == null ? branch.size() - 1 : branch.keys.countLess(to);
  }
}
