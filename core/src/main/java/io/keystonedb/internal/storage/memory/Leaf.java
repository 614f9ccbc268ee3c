package io.keystonedb.internal.storage.memory;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A node that holds entries. */
final class Leaf extends Node {
  /** The tree without entries; owned by nobody. */
  static final Leaf EMPTY = new Leaf(new Object(), Keys.NONE, new Object[0]);

  /** The values, at the positions of their keys. */
  Object[] values;

  private Leaf(Object owner, Keys keys, Object[] values) {
    super(owner, keys);
    this.values = values;
  }

  @Nullable Object get(byte[] key) {
    int index = keys.search(key);
    return index < 0 ? null : values[index];
  }

  @Override
  int size() {
    return keys.size();
  }

  /** The position of the first entry at or behind a bound. Mostly that is the first one of all. */
  int startOf(byte[] from) {
    return size() == 0 || Arrays.compareUnsigned(keys.get(0), from) >= 0 ? 0 : keys.countLess(from);
  }

  /** The position behind the last entry before a bound. Mostly that is the last one of all. */
  int endOf(byte[] to) {
    return size() == 0 || Arrays.compareUnsigned(keys.get(size() - 1), to) < 0
        ? size()
        : keys.countLess(to);
  }

  @Override
  Node put(byte[] key, Object value, Object owner) {
    int index = keys.search(key);
    return index >= 0
        ? replaced(index, value, owner)
        : edited(keys.with(-index - 1, key), Keys.inserted(values, -index - 1, value), owner);
  }

  @Override
  Node remove(byte[] key, Object owner) {
    int index = keys.search(key);
    return index < 0 ? this : edited(keys.without(index), Keys.without(values, index), owner);
  }

  @Override
  byte[] separatorAt(int position) {
    return keys.get(position);
  }

  @Override
  Node splitOff(int position, Object owner) {
    Leaf right =
        new Leaf(
            owner,
            keys.range(position, keys.size()),
            Arrays.copyOfRange(values, position, values.length));
    keys = keys.range(0, position);
    values = Arrays.copyOf(values, position);
    return right;
  }

  @Override
  Node joined(byte[] separator, Node right, Object owner) {
    return new Leaf(owner, keys.and(right.keys), Keys.joined(values, ((Leaf) right).values));
  }

  private Node replaced(int index, Object value, Object owner) {
    if (isOwnedBy(owner)) {
      values[index] = value;
      return this;
    }
    Object[] copy = values.clone();
    copy[index] = value;
    // The keys are shared: they are immutable.
    return new Leaf(owner, keys, copy);
  }

  private Node edited(Keys newKeys, Object[] newValues, Object owner) {
    if (!isOwnedBy(owner)) {
      return new Leaf(owner, newKeys, newValues);
    }
    keys = newKeys;
    values = newValues;
    return this;
  }
}
