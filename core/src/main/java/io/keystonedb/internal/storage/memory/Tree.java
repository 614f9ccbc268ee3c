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
    if (changed.size() <= Node.MAX_SIZE) {
      return changed;
    }
    int position = changed.splitPosition(key);
    byte[] separator = changed.separatorAt(position);
    Node right = changed.splitOff(position, owner);
    return Branch.of(owner, Keys.of(separator), new Node[] {changed, right});
  }

  static Node remove(Node root, byte[] key, Owner owner) {
    Node changed = root.remove(key, owner);
    if (changed instanceof Branch branch && branch.size() == 1) {
      return branch.children[0];
    }
    // The shared empty leaf, so that an emptied store holds on to nothing.
    return changed.size() == 0 ? Leaf.EMPTY : changed;
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
