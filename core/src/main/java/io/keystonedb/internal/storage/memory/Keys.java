package io.keystonedb.internal.storage.memory;

import java.util.Arrays;

/** Search and copying of sorted key arrays; keys order as unsigned bytes. */
final class Keys {
  static final byte[][] NONE = {};

  private Keys() {}

  /** The position of a key, or {@code -(insertion point) - 1} if it is not there. */
  static int search(byte[][] keys, byte[] key) {
    int low = 0;
    int high = keys.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = Arrays.compareUnsigned(keys[middle], key);
      if (order < 0) {
        low = middle + 1;
      } else if (order > 0) {
        high = middle - 1;
      } else {
        return middle;
      }
    }
    return -low - 1;
  }

  /** How many keys are less than the given one. */
  static int countLess(byte[][] keys, byte[] key) {
    int found = search(keys, key);
    return found >= 0 ? found : -found - 1;
  }

  /** How many keys are less than or equal to the given one. */
  static int countUpTo(byte[][] keys, byte[] key) {
    int found = search(keys, key);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** A copy with one more element. */
  static <T> T[] inserted(T[] array, int index, T element) {
    T[] copy = Arrays.copyOf(array, array.length + 1);
    System.arraycopy(array, index, copy, index + 1, array.length - index);
    copy[index] = element;
    return copy;
  }

  /** A copy without one element. */
  static <T> T[] without(T[] array, int index) {
    T[] copy = Arrays.copyOf(array, array.length - 1);
    System.arraycopy(array, index + 1, copy, index, copy.length - index);
    return copy;
  }

  /** Both arrays in one. */
  static <T> T[] joined(T[] left, T[] right) {
    T[] copy = Arrays.copyOf(left, left.length + right.length);
    System.arraycopy(right, 0, copy, left.length, right.length);
    return copy;
  }
}
