package io.keystonedb.internal.storage.memory;

import io.keystonedb.storage.Measure;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A node that holds entries. */
final class Leaf extends Node {
  /** The tree without entries; owned by nobody. */
  static final Leaf EMPTY = new Leaf(Owner.NOBODY, Keys.NONE, new Object[0], 0);

  /** The values, at the positions of their keys. */
  Object[] values;

  private Leaf(Owner owner, Keys keys, Object[] values, long weight) {
    super(owner, keys, weight);
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

  @Override
  long count() {
    return keys.size();
  }

  @Override
  Measure measure(byte @Nullable [] from, byte @Nullable [] to) {
    int start = from == null ? 0 : startOf(from);
    int end = to == null ? size() : endOf(to);
    return start >= end ? Measure.NONE : new Measure(end - start, weigh(start, end));
  }

  /** What the entries from a position on up to another, exclusive, weigh together. */
  private long weigh(int start, int end) {
    if (start == 0 && end == size()) {
      return weight;
    }
    long sum = 0;
    for (int i = start; i < end; i++) {
      sum += owner.weigh(keys.get(i), values[i]);
    }
    return sum;
  }

  /** What the entries weigh whose values are not among some others. */
  long weightWithout(Set<Object> others) {
    long sum = 0;
    for (int i = 0; i < size(); i++) {
      sum += others.contains(values[i]) ? 0 : owner.weigh(keys.get(i), values[i]);
    }
    return sum;
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
  Node put(byte[] key, Object value, Owner owner) {
    int index = keys.search(key);
    return index >= 0
        ? replaced(index, value, owner)
        : edited(
            keys.with(-index - 1, key),
            Keys.inserted(values, -index - 1, value),
            weight + owner.weigh(key, value),
            owner);
  }

  @Override
  Node remove(byte[] key, Owner owner) {
    int index = keys.search(key);
    return index < 0
        ? this
        : edited(
            keys.without(index),
            Keys.without(values, index),
            weight - owner.weigh(key, values[index]),
            owner);
  }

  @Override
  byte[] separatorAt(int position) {
    return keys.get(position);
  }

  @Override
  Node splitOff(int position, Owner owner) {
    Leaf right =
        new Leaf(
            owner,
            keys.range(position, keys.size()),
            Arrays.copyOfRange(values, position, values.length),
            weigh(position, values.length));
    keys = keys.range(0, position);
    values = Arrays.copyOf(values, position);
    weight -= right.weight;
    return right;
  }

  /** The entries from a position on up to another, exclusive. */
  Leaf part(int start, int end, Owner owner) {
    if (start == 0 && end == size()) {
      return this;
    }
    return start == end
        ? EMPTY
        : new Leaf(
            owner,
            keys.range(start, end),
            Arrays.copyOfRange(values, start, end),
            weigh(start, end));
  }

  @Override
  Node joined(byte[] separator, Node right, Owner owner) {
    return new Leaf(
        owner,
        keys.and(right.keys),
        Keys.joined(values, ((Leaf) right).values),
        weight + right.weight);
  }

  private Node replaced(int index, Object value, Owner owner) {
    byte[] key = keys.get(index);
    long newWeight = weight + owner.weigh(key, value) - owner.weigh(key, values[index]);
    if (isOwnedBy(owner)) {
      values[index] = value;
      weight = newWeight;
      return this;
    }
    Object[] copy = values.clone();
    copy[index] = value;
    // The keys are shared: they are immutable.
    return new Leaf(owner, keys, copy, newWeight);
  }

  private Node edited(Keys newKeys, Object[] newValues, long newWeight, Owner owner) {
    if (!isOwnedBy(owner)) {
      return new Leaf(owner, newKeys, newValues, newWeight);
    }
    keys = newKeys;
    values = newValues;
    weight = newWeight;
    return this;
  }
}
