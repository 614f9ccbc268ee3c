package io.keystonedb.internal.storage.memory;

import java.util.Arrays;

/**
 * A node that routes: the child at a position holds the keys from the separator before it
 * (inclusive) to the separator behind it (exclusive).
 */
final class Branch extends Node {
  /** The children, one more than there are separators. */
  Node[] children;

  Branch(Object owner, Keys separators, Node[] children) {
    super(owner, separators);
    this.children = children;
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
  Node put(byte[] key, Object value, Object owner) {
    int position = positionFor(key);
    Node child = children[position].put(key, value, owner);
    Branch result = withChild(position, child, owner);
    if (child.size() > MAX_SIZE) {
      result.split(position, child.splitPosition(key), owner);
    }
    return result;
  }

  @Override
  Node remove(byte[] key, Object owner) {
    int position = positionFor(key);
    Node before = children[position];
    Node child = before.remove(key, owner);
    if (child == before && child.size() >= MIN_SIZE) {
      // The key is not there, or the child was edited in place and its parents with it.
      return this;
    }
    Branch result = withChild(position, child, owner);
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
  Node splitOff(int position, Object owner) {
    Branch right =
        new Branch(
            owner,
            keys.range(position, keys.size()),
            Arrays.copyOfRange(children, position, children.length));
    keys = keys.range(0, position - 1);
    children = Arrays.copyOf(children, position);
    return right;
  }

  @Override
  Node joined(byte[] separator, Node right, Object owner) {
    return new Branch(
        owner,
        keys.with(keys.size(), separator).and(right.keys),
        Keys.joined(children, ((Branch) right).children));
  }

  private Branch withChild(int position, Node child, Object owner) {
    if (isOwnedBy(owner)) {
      children[position] = child;
      return this;
    }
    Node[] copy = children.clone();
    copy[position] = child;
    return new Branch(owner, keys, copy);
  }

  private void split(int position, int at, Object owner) {
    Node child = children[position];
    byte[] separator = child.separatorAt(at);
    Node right = child.splitOff(at, owner);
    keys = keys.with(position, separator);
    children = Keys.inserted(children, position + 1, right);
  }

  /** Joins a child that became too small with a neighbour, and parts them again if need be. */
  private void refill(int position, Object owner) {
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
