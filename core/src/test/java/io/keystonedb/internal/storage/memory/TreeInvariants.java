package io.keystonedb.internal.storage.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;

/** What holds for every tree, whatever was written to it. */
final class TreeInvariants {
  private TreeInvariants() {}

  /** Checks balance, occupancy, order and separators, and counts the entries. */
  static int check(Node root) {
    if (root instanceof Branch) {
      assertThat(root.size()).as("children of the root").isBetween(2, Node.MAX_SIZE);
    } else {
      assertThat(root.size()).as("entries of the only leaf").isLessThanOrEqualTo(Node.MAX_SIZE);
    }
    return check(root, null, null, Tree.height(root));
  }

  /** Checks a subtree whose keys are from one bound (inclusive) to another (exclusive). */
  private static int check(Node node, byte[] from, byte[] to, int height) {
    checkKeys(node.keys, from, to);
    if (node instanceof Leaf leaf) {
      assertThat(height).as("height of a leaf").isZero();
      assertThat(leaf.values).hasSize(leaf.keys.size()).doesNotContainNull();
      return leaf.size();
    }
    Branch branch = (Branch) node;
    assertThat(branch.children).hasSize(branch.keys.size() + 1);
    int entries = 0;
    for (int i = 0; i < branch.size(); i++) {
      Node child = branch.children[i];
      assertThat(child.size()).as("size of a node").isBetween(Node.MIN_SIZE, Node.MAX_SIZE);
      byte[] childFrom = i == 0 ? from : branch.keys.get(i - 1);
      byte[] childTo = i == branch.size() - 1 ? to : branch.keys.get(i);
      entries += check(child, childFrom, childTo, height - 1);
    }
    return entries;
  }

  private static void checkKeys(Keys keys, byte[] from, byte[] to) {
    for (int i = 0; i < keys.size(); i++) {
      byte[] before = i == 0 ? from : keys.get(i - 1);
      if (before != null) {
        int order = Arrays.compareUnsigned(before, keys.get(i));
        assertThat(i == 0 ? order <= 0 : order < 0).as("order of keys").isTrue();
      }
    }
    if (to != null && keys.size() > 0) {
      assertThat(Arrays.compareUnsigned(keys.get(keys.size() - 1), to))
          .as("upper bound")
          .isNegative();
    }
  }
}
