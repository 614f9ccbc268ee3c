package io.keystonedb.internal.json;

import io.keystonedb.Item;
import io.keystonedb.Value;
import io.keystonedb.internal.shape.MalformedException;
import io.keystonedb.internal.shape.MalformedValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Attributes in the order of their first occurrence; of a name that occurs twice the last value
 * counts. A value is a {@link Value}, a {@link MalformedException}, or null once removed.
 */
final class Attributes {
  /** Beyond this many a hash table finds names. */
  private static final int LINEAR_LIMIT = 16;

  private String[] names = new String[8];
  private @Nullable Object[] values = new @Nullable Object[8];
  private int size;
  private @Nullable Map<String, Integer> positions;

  void put(String name, Object value) {
    int index = indexOf(name);
    if (index >= 0) {
      values[index] = value;
      return;
    }
    if (size == names.length) {
      names = Arrays.copyOf(names, size * 2);
      values = Arrays.copyOf(values, size * 2);
    }
    names[size] = name;
    values[size] = value;
    if (positions != null) {
      positions.put(name, size);
    }
    size++;
  }

  void remove(String name) {
    int index = indexOf(name);
    if (index >= 0) {
      values[index] = null;
    }
  }

  /** The first malformed value. */
  @Nullable MalformedException malformedValue() {
    int index = malformedIndex();
    return index < 0 ? null : (MalformedException) values[index];
  }

  /** The first malformed value with its name. */
  @Nullable MalformedValue malformed() {
    int index = malformedIndex();
    return index >= 0 && values[index] instanceof MalformedException malformed
        ? malformed.at(names[index])
        : null;
  }

  private int malformedIndex() {
    for (int i = 0; i < size; i++) {
      if (values[i] instanceof MalformedException) {
        return i;
      }
    }
    return -1;
  }

  /** The names of all attributes that have a value, well-formed or not. */
  List<String> names() {
    List<String> present = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      if (values[i] != null) {
        present.add(names[i]);
      }
    }
    return present;
  }

  /** The item, if nothing is malformed. */
  Item toItem() {
    Item.Appender appender = Item.appender(size);
    for (int i = 0; i < size; i++) {
      if (values[i] instanceof Value value) {
        appender.append(names[i], value);
      }
    }
    return appender.toItem();
  }

  private int indexOf(String name) {
    if (size <= LINEAR_LIMIT) {
      for (int i = 0; i < size; i++) {
        if (names[i].equals(name)) {
          return i;
        }
      }
      return -1;
    }
    Map<String, Integer> known = positions;
    if (known == null) {
      known = new HashMap<>();
      for (int i = 0; i < size; i++) {
        known.put(names[i], i);
      }
      positions = known;
    }
    return known.getOrDefault(name, -1);
  }
}
