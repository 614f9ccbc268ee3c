package io.keystonedb.internal.storage.memory;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A node that holds entries. */
final class Leaf extends Node {
  /** The tree without entries; owned by nobody. */
  static final Leaf EMPTY = new Leaf(new Object(), Keys.NONE, new Object[0]);

  /** The values, at the positions of their keys. */
  Object[] values;

  private Leaf(Object owner, byte[][] keys, Object[] values) {
    super(owner, keys);
    this.values = values;
  }

  @Nullable Object get(byte[] key) {
    int index = Keys.search(keys, key);
    return index < 0 ? null : values[index];
  }

  @Override
  int size() {
    return keys.length;
  }

  /** The position of the first entry at or behind a bound. Mostly that is the first one of all. */
  int startOf(byte[] from) {
    return size() == 0 || Arrays.compareUnsigned(keys[0], from) >= 0
        ? 0
        : Keys.countLess(keys, from);
  }

  /** The position behind the last entry before a bound. Mostly that is the last one of all. */
  int endOf(byte[] to) {
    return size() == 0 || Arrays.compareUnsigned(keys[size() - 1], to) < 0
        ? size()
        : Keys.countLess(keys, to);
  }

  @Override
  Node put(byte[] key, Object value, Object owner) {
    int index = Keys.search(keys, key);
    return index >= 0
        ? replaced(index, value, owner)
        : edited(
            Keys.inserted(keys, -index - 1, key), Keys.inserted(values, -index - 1, value), owner);
  }

  @Override
  Node remove(byte[] key, Object owner) {
    int index = Keys.search(keys, key);
    return index < 0 ? this : edited(Keys.without(keys, index), Keys.without(values, index), owner);
  }

  @Override
  byte[] separatorAt(int position) {
    return keys[position];
  }

  @Override
  Node splitOff(int position, Object owner) {
    Leaf right =
        new Leaf(
            owner,
            Arrays.copyOfRange(keys, position, keys.length),
            Arrays.copyOfRange(values, position, values.length));
    keys = Arrays.copyOf(keys, position);
    values = Arrays.copyOf(values, position);
    return right;
  }

  @Override
  Node joined(byte[] separator, Node right, Object owner) {
    return new Leaf(
        owner, Keys.joined(keys, right.keys), Keys.joined(values, ((Leaf) right).values));
  }

  private Node replaced(int index, Object value, Object owner) {
    if (isOwnedBy(owner)) {
      values[index] = value;
      return this;
    }
    Object[] copy = values.clone();
    copy[index] = value;
    // The keys are shared: arrays of keys are replaced, never changed.
    return new Leaf(owner, keys, copy);
  }

  private Node edited(byte[][] newKeys, Object[] newValues, Object owner) {
    if (!isOwnedBy(owner)) {
      return new Leaf(owner, newKeys, newValues);
    }
    keys = newKeys;
    values = newValues;
    return this;
  }
}
