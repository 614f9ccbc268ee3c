package io.keystonedb.internal.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A range of keys of one kind of rows: from a lower bound, inclusive, to an upper, exclusive.
 * Immutable.
 *
 * @param <V> the type of what is stored there
 */
public final class RowRange<V> {
  private final RowKind<V> kind;
  private final byte[] from;
  private final byte[] to;

  /** A range; its bounds are not to be changed. */
  public RowRange(RowKind<V> kind, byte[] from, byte[] to) {
    this.kind = kind;
    this.from = from;
    this.to = to;
  }

  /** All keys that begin with a prefix. */
  static <V> RowRange<V> ofPrefix(RowKind<V> kind, byte[] prefix) {
    return new RowRange<>(kind, prefix, prefixEnd(prefix));
  }

  /** The smallest key above all that begin with a prefix. */
  static byte[] prefixEnd(byte[] prefix) {
    byte[] end = prefix.clone();
    for (int i = end.length - 1; i >= 0; i--) {
      if (++end[i] != 0) {
        return Arrays.copyOf(end, i + 1);
      }
    }
    throw new IllegalArgumentException(
        "nothing is above all keys that begin with " + prefix.length + " bytes FF");
  }

  /** Ranges in ascending order that cover the same keys as some ranges, and none twice. */
  public static <V> List<RowRange<V>> united(List<RowRange<V>> ranges) {
    List<RowRange<V>> ascending = new ArrayList<>(ranges);
    ascending.sort((one, other) -> Arrays.compareUnsigned(one.from, other.from));
    List<RowRange<V>> united = new ArrayList<>();
    for (RowRange<V> range : ascending) {
      RowRange<V> last = united.isEmpty() ? null : united.get(united.size() - 1);
      if (last == null || Arrays.compareUnsigned(last.to, range.from) < 0) {
        united.add(range);
      } else if (Arrays.compareUnsigned(last.to, range.to) < 0) {
        united.set(united.size() - 1, new RowRange<>(range.kind, last.from, range.to));
      }
    }
    return united;
  }

  /** The kind of the rows. */
  RowKind<V> kind() {
    return kind;
  }

  /** The lower bound, inclusive; not to be changed. */
  public byte[] from() {
    return from;
  }

  /** The upper bound, exclusive; not to be changed. */
  public byte[] to() {
    return to;
  }

  /** The part of this range that lies in another, too; null if there is none. */
  public @Nullable RowRange<V> within(RowRange<V> other) {
    byte[] lower = Arrays.compareUnsigned(from, other.from) < 0 ? other.from : from;
    byte[] upper = Arrays.compareUnsigned(to, other.to) < 0 ? to : other.to;
    return Arrays.compareUnsigned(lower, upper) < 0 ? new RowRange<>(kind, lower, upper) : null;
  }

  /** Whether a key lies in this range. */
  public boolean contains(RowKey<V> key) {
    return Arrays.compareUnsigned(from, key.bytes()) <= 0
        && Arrays.compareUnsigned(key.bytes(), to) < 0;
  }

  /** What is left of this range behind a key, in the direction of the walk. */
  public RowRange<V> behind(RowKey<V> key, boolean descending) {
    return descending
        ? before(key)
        : new RowRange<>(kind, Arrays.copyOf(key.bytes(), key.bytes().length + 1), to);
  }

  /** The part of this range from a key on. */
  RowRange<V> from(RowKey<V> key) {
    return new RowRange<>(kind, key.bytes(), to);
  }

  /** The part of this range before a key. */
  RowRange<V> before(RowKey<V> key) {
    return new RowRange<>(kind, from, key.bytes());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RowRange<?> that
        && kind == that.kind
        && Arrays.equals(from, that.from)
        && Arrays.equals(to, that.to);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(from) + Arrays.hashCode(to);
  }

  @Override
  public String toString() {
    HexFormat hex = HexFormat.of();
    return hex.formatHex(from) + ".." + hex.formatHex(to);
  }
}
