package io.keystonedb.internal.storage.memory;

import io.keystonedb.storage.Measure;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A node that routes: the child at a position holds the keys from the separator before it
 * (inclusive) to the separator behind it (exclusive).
 */
final class Branch extends Node {
  /** The children, one more than there are separators. */
  Node[] children;

  private long count;

  private Branch(Owner owner, Keys separators, Node[] children, long count, long weight) {
    super(owner, separators, weight);
    this.children = children;
    this.count = count;
  }

  static Branch of(Owner owner, Keys separators, Node[] children) {
    long count = 0;
    long weight = 0;
    for (Node child : children) {
      count += child.count();
      weight += child.weight;
    }
    return new Branch(owner, separators, children, count, weight);
  }

  /** The child that holds a key if any does. */
  Node childFor(byte[] key) {
    return children[positionFor(key)];
  }

  /** The position of the child that holds a key if any does. */
  int positionFor(byte[] key) {
    return keys.countUpTo(key);
  }

  @Override
  int size() {
    return children.length;
  }

  @Override
  long count() {
    return count;
  }

  @Override
  Measure measure(byte @Nullable [] from, byte @Nullable [] to) {
    if (from == null && to == null) {
      return new Measure(count, weight);
    }
    int first = from == null ? 0 : positionFor(from);
    int last = to == null ? children.length - 1 : keys.countLess(to);
    if (first >= last) {
      return first > last ? Measure.NONE : children[first].measure(from, to);
    }
    Measure sum = children[first].measure(from, null);
    for (int i = first + 1; i < last; i++) {
      sum = sum.plus(children[i].measure(null, null));
    }
    return sum.plus(children[last].measure(null, to));
  }

  @Override
  Node put(byte[] key, Object value, Owner owner) {
    int position = positionFor(key);
    Node before = children[position];
    // The child may be edited in place, so what it was has to be known beforehand.
    long others = count - before.count();
    long othersWeight = weight - before.weight;
    Node child = before.put(key, value, owner);
    Branch result = withChild(position, child, others, othersWeight, owner);
    if (child.size() > MAX_SIZE) {
      result.split(position, child.splitPosition(key), owner);
    }
    return result;
  }

  @Override
  Node remove(byte[] key, Owner owner) {
    int position = positionFor(key);
    Node before = children[position];
    long others = count - before.count();
    long othersWeight = weight - before.weight;
    Node child = before.remove(key, owner);
    if (others + child.count() == count) {
      // The key is not there.
      return this;
    }
    Branch result = withChild(position, child, others, othersWeight, owner);
    if (child.size() < MIN_SIZE) {
      result.refill(position, owner);
    }
    return result;
  }

  @Override
  byte[] separatorAt(int position) {
    return keys.get(position - 1);
  }

  @Override
  Node splitOff(int position, Owner owner) {
    Branch right =
        Branch.of(
            owner,
            keys.range(position, keys.size()),
            Arrays.copyOfRange(children, position, children.length));
    keys = keys.range(0, position - 1);
    children = Arrays.copyOf(children, position);
    count -= right.count;
    weight -= right.weight;
    return right;
  }

  /** A tree of the children from a position on up to another, exclusive; at least one. */
  Node part(int start, int end, Owner owner) {
    return end - start == 1
        ? children[start]
        : Branch.of(owner, keys.range(start, end - 1), Arrays.copyOfRange(children, start, end));
  }

  /**
   * Adds a tree at one end, in this node or its copy. The result may be one child too large.
   *
   * @param separator between the tree and what is here
   * @param last whether the tree goes to the end, rather than to the start
   * @param levels how much higher this branch is than the tree
   */
  Branch withTree(Node tree, byte[] separator, boolean last, int levels, Owner owner) {
    if (levels == 1) {
      return withChildAdded(tree, separator, last, owner);
    }
    int position = last ? size() - 1 : 0;
    Branch before = (Branch) children[position];
    long others = count - before.count;
    long othersWeight = weight - before.weight;
    Branch child = before.withTree(tree, separator, last, levels - 1, owner);
    Branch result = withChild(position, child, others, othersWeight, owner);
    if (child.size() > MAX_SIZE) {
      result.split(position, child.size() / 2, owner);
    }
    return result;
  }

  private Branch withChildAdded(Node child, byte[] separator, boolean last, Owner owner) {
    int position = last ? size() : 0;
    Branch result =
        new Branch(
            owner,
            keys.with(last ? keys.size() : 0, separator),
            Keys.inserted(children, position, child),
            count + child.count(),
            weight + child.weight);
    if (child.size() < MIN_SIZE) {
      result.refill(position, owner);
    }
    return result;
  }

  @Override
  Node joined(byte[] separator, Node right, Owner owner) {
    Branch other = (Branch) right;
    return new Branch(
        owner,
        keys.with(keys.size(), separator).and(other.keys),
        Keys.joined(children, other.children),
        count + other.count,
        weight + other.weight);
  }

  /**
   * Puts a child in the place of another one, in this node or its copy.
   *
   * @param others the number of entries below the other children
   * @param othersWeight what they weigh
   */
  private Branch withChild(int position, Node child, long others, long othersWeight, Owner owner) {
    long newCount = others + child.count();
    long newWeight = othersWeight + child.weight;
    if (isOwnedBy(owner)) {
      children[position] = child;
      count = newCount;
      weight = newWeight;
      return this;
    }
    Node[] copy = children.clone();
    copy[position] = child;
    return new Branch(owner, keys, copy, newCount, newWeight);
  }

  private void split(int position, int at, Owner owner) {
    Node child = children[position];
    byte[] separator = child.separatorAt(at);
    Node right = child.splitOff(at, owner);
    keys = keys.with(position, separator);
    children = Keys.inserted(children, position + 1, right);
  }

  /** Joins a child that became too small with a neighbour, and parts them again if need be. */
  private void refill(int position, Owner owner) {
    int left = Math.max(position - 1, 0);
    Node joined = children[left].joined(keys.get(left), children[left + 1], owner);
    keys = keys.without(left);
    children = Keys.without(children, left + 1);
    children[left] = joined;
    if (joined.size() > MAX_SIZE) {
      split(left, joined.size() / 2, owner);
    }
  }
}
