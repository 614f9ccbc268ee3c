package io.keystonedb.internal.storage.memory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Estimates how much memory a root keeps from being collected that a newer root of the same store
 * does not need: its nodes that the newer one does not have, and what the values weigh that only
 * they hold. It looks at no other nodes, so it takes as long as the writes in between did.
 */
final class RetainedBytes {
  /** Headers of a node, its keys and their arrays. */
  private static final int NODE_BYTES = 120;

  /** The elements of the arrays of a node that stand for one key. */
  private static final int SLOT_BYTES = 16;

  private RetainedBytes() {}

  static long of(Node root, Node newer) {
    List<Node> level = List.of(root);
    List<Node> newerLevel = List.of(newer);
    int height = Tree.height(root);
    int newerHeight = Tree.height(newer);
    long bytes = 0;
    for (; height >= 0; height--) {
      for (; newerHeight > height; newerHeight--) {
        newerLevel = children(newerLevel);
      }
      if (newerHeight == height) {
        Set<Object> shared = identities(level);
        shared.retainAll(identities(newerLevel));
        level = without(level, shared);
        newerLevel = without(newerLevel, shared);
      }
      for (Node node : level) {
        bytes += NODE_BYTES + (long) SLOT_BYTES * node.size();
      }
      if (height == 0) {
        return bytes + weightOfValues(level, newerLevel);
      }
      level = children(level);
    }
    throw new IllegalStateException("a tree has leaves");
  }

  private static Set<Object> identities(List<Node> nodes) {
    Set<Object> identities = Collections.newSetFromMap(new IdentityHashMap<>());
    identities.addAll(nodes);
    return identities;
  }

  private static List<Node> without(List<Node> nodes, Set<Object> others) {
    return nodes.stream().filter(node -> !others.contains(node)).toList();
  }

  private static List<Node> children(List<Node> branches) {
    List<Node> children = new ArrayList<>();
    for (Node branch : branches) {
      children.addAll(List.of(((Branch) branch).children));
    }
    return children;
  }

  private static long weightOfValues(List<Node> leaves, List<Node> newer) {
    Set<Object> values = Collections.newSetFromMap(new IdentityHashMap<>());
    newer.forEach(leaf -> Collections.addAll(values, ((Leaf) leaf).values));
    return leaves.stream().mapToLong(leaf -> ((Leaf) leaf).weightWithout(values)).sum();
  }
}
