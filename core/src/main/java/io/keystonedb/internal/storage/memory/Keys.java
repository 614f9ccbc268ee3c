package io.keystonedb.internal.storage.memory;

import java.util.Arrays;

/**
 * Sorted keys, which order as unsigned bytes. Immutable.
 *
 * <p>Each key is a small array somewhere in memory, and a binary search that looked at five of them
 * would mostly wait for memory. So what all keys begin with is known once, and the eight bytes
 * behind it stand side by side as numbers that order like the keys: a search looks at the first key
 * for the shared start, at the numbers, and at a key itself only where numbers are equal.
 */
final class Keys {
  static final Keys NONE = new Keys(new byte[0][], 0, new long[0]);

  private final byte[][] keys;

  /** How many bytes all keys share at least. */
  private final int shared;

  /** The eight bytes of each key behind the shared ones, zeros where it ends before. */
  private final long[] heads;

  private Keys(byte[][] keys, int shared, long[] heads) {
    this.keys = keys;
    this.shared = shared;
    this.heads = heads;
  }

  static Keys of(byte[]... sorted) {
    if (sorted.length == 0) {
      return NONE;
    }
    byte[] first = sorted[0];
    int shared = sharedBytes(first, sorted[sorted.length - 1]);
    long[] heads = new long[sorted.length];
    for (int i = 0; i < heads.length; i++) {
      heads[i] = head(sorted[i], shared);
    }
    return new Keys(sorted, shared, heads);
  }

  private static int sharedBytes(byte[] first, byte[] last) {
    int different = Arrays.mismatch(first, last);
    return different < 0 ? first.length : different;
  }

  /** Eight bytes of a key as a number, flipped in sign so that numbers order like bytes. */
  private static long head(byte[] key, int from) {
    long head = 0;
    int end = Math.min(key.length, from + Long.BYTES);
    for (int i = from; i < end; i++) {
      head |= (key[i] & 0xFFL) << (56 - 8 * (i - from));
    }
    return head ^ Long.MIN_VALUE;
  }

  int size() {
    return keys.length;
  }

  byte[] get(int index) {
    return keys[index];
  }

  /** The position of a key, or {@code -(insertion point) - 1} if it is not there. */
  int search(byte[] key) {
    if (keys.length == 0) {
      return -1;
    }
    int start = Arrays.mismatch(keys[0], 0, shared, key, 0, Math.min(shared, key.length));
    if (start >= 0) {
      return isLess(key, start, keys[0]) ? -1 : -keys.length - 1;
    }
    long head = head(key, shared);
    int low = 0;
    int high = heads.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = Long.compare(heads[middle], head);
      if (order == 0) {
        order = Arrays.compareUnsigned(keys[middle], key);
      }
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

  /** Whether a key that differs from another at a position, or ends there, is the lesser one. */
  private static boolean isLess(byte[] key, int position, byte[] other) {
    return position == key.length || Byte.compareUnsigned(key[position], other[position]) < 0;
  }

  /** How many keys are less than the given one. */
  int countLess(byte[] key) {
    int found = search(key);
    return found >= 0 ? found : -found - 1;
  }

  /** How many keys are less than or equal to the given one. */
  int countUpTo(byte[] key) {
    int found = search(key);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** These keys and one more at its position. */
  Keys with(int index, byte[] key) {
    byte[][] more = inserted(keys, index, key);
    boolean sharesStart =
        keys.length > 0
            && key.length >= shared
            && Arrays.mismatch(keys[0], 0, shared, key, 0, shared) < 0;
    return sharesStart
        ? new Keys(more, shared, inserted(heads, index, head(key, shared)))
        : of(more);
  }

  /** These keys but one. */
  Keys without(int index) {
    long[] rest = new long[heads.length - 1];
    System.arraycopy(heads, 0, rest, 0, index);
    System.arraycopy(heads, index + 1, rest, index, rest.length - index);
    return new Keys(without(keys, index), shared, rest);
  }

  /** The keys from a position on up to another, exclusive; what they share is found anew. */
  Keys range(int from, int to) {
    return of(Arrays.copyOfRange(keys, from, to));
  }

  /** These keys and greater ones. */
  Keys and(Keys greater) {
    return of(joined(keys, greater.keys));
  }

  private static long[] inserted(long[] array, int index, long element) {
    long[] copy = Arrays.copyOf(array, array.length + 1);
    System.arraycopy(array, index, copy, index + 1, array.length - index);
    copy[index] = element;
    return copy;
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
