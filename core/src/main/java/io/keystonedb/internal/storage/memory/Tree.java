package io.keystonedb.internal.storage.memory;

import io.keystonedb.storage.Measure;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads and writes of a whole tree, given and returned as its root. */
final class Tree {
  private Tree() {}

  static @Nullable Object get(Node root, byte[] key) {
    Node node = root;
    while (node instanceof Branch branch) {
      node = branch.childFor(key);
    }
    return ((Leaf) node).get(key);
  }

  static Measure measure(Node root, byte[] from, byte @Nullable [] to) {
    return root.measure(Objects.requireNonNull(from, "from"), to);
  }

  static Node put(Node root, byte[] key, Object value, Owner owner) {
    Node changed = root.put(key, value, owner);
    return changed.size() <= Node.MAX_SIZE
        ? changed
        : halved(changed, changed.splitPosition(key), owner);
  }

  /** A node as a root, under which it is split if it is too large; then it must be owned. */
  static Node rootOf(Node node, Owner owner) {
    return node.size() <= Node.MAX_SIZE ? node : halved(node, node.size() / 2, owner);
  }

  private static Node halved(Node node, int position, Owner owner) {
    byte[] separator = node.separatorAt(position);
    return branchOf(node, separator, node.splitOff(position, owner), owner);
  }

  /** A root above two nodes. */
  static Node branchOf(Node left, byte[] separator, Node right, Owner owner) {
    return Branch.of(owner, Keys.of(separator), new Node[] {left, right});
  }

  static Node remove(Node root, byte[] key, Owner owner) {
    Node changed = root.remove(key, owner);
    if (changed instanceof Branch branch && branch.size() == 1) {
      return branch.children[0];
    }
    // The shared empty leaf, so that an emptied store holds on to nothing.
    return changed.size() == 0 ? Leaf.EMPTY : changed;
  }

  static Node removeRange(Node root, byte[] from, byte @Nullable [] to, Owner owner) {
    if (measure(root, from, to).count() == 0) {
      return root;
    }
    Node left = TreeParts.before(root, from, owner);
    return to == null ? left : TreeParts.join(left, to, TreeParts.from(root, to, owner), owner);
  }

  /** How many branches are above each leaf. */
  static int height(Node root) {
    int height = 0;
    for (Node node = root; node instanceof Branch branch; node = branch.children[0]) {
      height++;
    }
    return height;
  }
}
