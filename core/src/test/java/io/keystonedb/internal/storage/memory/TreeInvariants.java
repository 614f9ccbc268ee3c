package io.keystonedb.internal.storage.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.storage.Measure;
import java.util.Arrays;

/** What holds for every tree, whatever was written to it. */
final class TreeInvariants {
  private TreeInvariants() {}

  /**
   * Checks balance, occupancy, order, separators, and what each node says it counts and weighs;
   * counts the entries.
   */
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
      long weight = 0;
      for (int i = 0; i < leaf.size(); i++) {
        weight += leaf.owner.weigh(leaf.keys.get(i), leaf.values[i]);
      }
      checkMeasure(node, leaf.size(), weight);
      return leaf.size();
    }
    Branch branch = (Branch) node;
    assertThat(branch.children).hasSize(branch.keys.size() + 1);
    int entries = 0;
    long weight = 0;
    for (int i = 0; i < branch.size(); i++) {
      Node child = branch.children[i];
      assertThat(child.size()).as("size of a node").isBetween(Node.MIN_SIZE, Node.MAX_SIZE);
      byte[] childFrom = i == 0 ? from : branch.keys.get(i - 1);
      byte[] childTo = i == branch.size() - 1 ? to : branch.keys.get(i);
      entries += check(child, childFrom, childTo, height - 1);
      weight += child.weight;
    }
    checkMeasure(node, entries, weight);
    return entries;
  }

  private static void checkMeasure(Node node, int count, long weight) {
    assertThat(node.count()).as("count of a node").isEqualTo(count);
    assertThat(node.weight).as("weight of a node").isEqualTo(weight);
    assertThat(node.measure(null, null)).isEqualTo(new Measure(count, weight));
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
