package io.keystonedb.internal.engine;

import io.keystonedb.Value;
import io.keystonedb.internal.expression.KeyQuery;
import io.keystonedb.internal.expression.SortRange;
import io.keystonedb.internal.value.KeyWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A range of keys of a table or an index: from a lower bound, inclusive, to an upper, exclusive.
 */
public final class KeyRange {
  private final byte[] from;
  private final byte[] to;

  KeyRange(byte[] from, byte[] to) {
    this.from = from;
    this.to = to;
  }

  /** The lower bound, inclusive; not to be changed. */
  byte[] from() {
    return from;
  }

  /** The upper bound, exclusive; not to be changed. */
  byte[] to() {
    return to;
  }

  /** All keys that begin with a prefix. */
  static KeyRange of(byte[] prefix) {
    return new KeyRange(prefix, RowKeys.after(prefix));
  }

  /** What a query reads. */
  public static KeyRange of(
      TableDefinition table, @Nullable IndexDefinition index, KeyQuery query) {
    KeyWriter prefix =
        RowKeys.partition(table, index == null ? 0 : index.number(), query.partition());
    for (Value value : query.sortPrefix()) {
      prefix.value(value);
    }
    byte[] base = prefix.toByteArray();
    SortRange range = query.range();
    if (range == null) {
      return new KeyRange(base, RowKeys.after(base));
    }
    byte[] first = with(base, range.first());
    return switch (range.operator()) {
      case LT -> new KeyRange(base, first);
      case LE -> new KeyRange(base, RowKeys.after(first));
      case GT -> new KeyRange(RowKeys.after(first), RowKeys.after(base));
      case GE -> new KeyRange(first, RowKeys.after(base));
      case BETWEEN -> {
        Value second = range.second();
        yield new KeyRange(
            first, RowKeys.after(with(base, second == null ? range.first() : second)));
      }
      case BEGINS_WITH -> {
        byte[] open = new KeyWriter().raw(base).prefix(range.first()).toByteArray();
        yield new KeyRange(open, RowKeys.after(open));
      }
    };
  }

  private static byte[] with(byte[] base, Value value) {
    return new KeyWriter().raw(base).value(value).toByteArray();
  }

  /**
   * One segment of a scan: the segments share the range of partition hashes evenly.
   *
   * @param segment from zero
   * @param totalSegments how many there are
   */
  public static KeyRange segment(
      TableDefinition table, @Nullable IndexDefinition index, int segment, int totalSegments) {
    int number = index == null ? 0 : index.number();
    byte[] from = RowKeys.fromHash(table, number, hashAt(segment, totalSegments));
    byte[] to =
        segment + 1 == totalSegments
            ? RowKeys.after(RowKeys.allOf(table, number))
            : RowKeys.fromHash(table, number, hashAt(segment + 1, totalSegments));
    return new KeyRange(from, to);
  }

  private static int hashAt(int segment, int totalSegments) {
    return (int) (((long) segment << 32) / totalSegments);
  }

  /** Ranges in ascending order that cover the same keys as some ranges, and none twice. */
  public static List<KeyRange> united(List<KeyRange> ranges) {
    List<KeyRange> ascending = new ArrayList<>(ranges);
    ascending.sort((one, other) -> Arrays.compareUnsigned(one.from, other.from));
    List<KeyRange> united = new ArrayList<>();
    for (KeyRange range : ascending) {
      KeyRange last = united.isEmpty() ? null : united.get(united.size() - 1);
      if (last == null || Arrays.compareUnsigned(last.to, range.from) < 0) {
        united.add(range);
      } else if (Arrays.compareUnsigned(last.to, range.to) < 0) {
        united.set(united.size() - 1, new KeyRange(last.from, range.to));
      }
    }
    return united;
  }

  /** Whether a key lies in this range. */
  public boolean contains(byte[] key) {
    return Arrays.compareUnsigned(from, key) <= 0 && Arrays.compareUnsigned(key, to) < 0;
  }

  /** The part of this range below a key. */
  KeyRange upTo(byte[] key) {
    return new KeyRange(from, key);
  }

  /** The part of this range from a key on. */
  KeyRange since(byte[] key) {
    return new KeyRange(key, to);
  }

  /** What is left of this range behind a key, in the direction of the walk. */
  public KeyRange behind(byte[] key, boolean descending) {
    return descending ? new KeyRange(from, key) : new KeyRange(RowKeys.justAfter(key), to);
  }
}
