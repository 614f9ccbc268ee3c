package io.keystonedb.internal.storage.memory;

/**
 * Takes trees apart at a key and puts trees together. Only the nodes along the cut or the seam are
 * made anew, a few on each level; everything else becomes part of the result as it is.
 *
 * <p>Trees are given and returned as their roots. One that was given must not be read any more
 * where the result has its entries: nodes of the same owner are edited in place.
 *
 * @see <a href="https://en.wikipedia.org/wiki/Join-based_tree_algorithms">Join-based tree
 *     algorithms</a>
 */
final class TreeParts {
  private TreeParts() {}

  /** The entries below a key. */
  static Node before(Node root, byte[] key, Owner owner) {
    if (root instanceof Branch branch) {
      int position = branch.keys.countLess(key);
      Node last = before(branch.children[position], key, owner);
      return position == 0
          ? last
          : join(branch.part(0, position, owner), branch.keys.get(position - 1), last, owner);
    }
    Leaf leaf = (Leaf) root;
    return leaf.part(0, leaf.endOf(key), owner);
  }

  /** The entries at and above a key. */
  static Node from(Node root, byte[] key, Owner owner) {
    if (root instanceof Branch branch) {
      int position = branch.positionFor(key);
      Node first = from(branch.children[position], key, owner);
      int end = branch.size();
      return position == end - 1
          ? first
          : join(first, branch.keys.get(position), branch.part(position + 1, end, owner), owner);
    }
    Leaf leaf = (Leaf) root;
    return leaf.part(leaf.startOf(key), leaf.size(), owner);
  }

  /**
   * One tree of two, which may differ in height.
   *
   * @param separator above all keys of the left tree, and not above any of the right one
   */
  static Node join(Node left, byte[] separator, Node right, Owner owner) {
    if (left.size() == 0) {
      return right;
    }
    if (right.size() == 0) {
      return left;
    }
    int levels = Tree.height(left) - Tree.height(right);
    if (levels != 0) {
      Branch higher = (Branch) (levels > 0 ? left : right);
      Node lower = levels > 0 ? right : left;
      return Tree.rootOf(
          higher.withTree(lower, separator, levels > 0, Math.abs(levels), owner), owner);
    }
    return left.size() >= Node.MIN_SIZE && right.size() >= Node.MIN_SIZE
        ? Tree.branchOf(left, separator, right, owner)
        : Tree.rootOf(left.joined(separator, right, owner), owner);
  }
}
