package io.keystonedb.internal.engine;

import io.keystonedb.Item;
import io.keystonedb.Value;
import io.keystonedb.internal.expression.KeyQuery;
import io.keystonedb.internal.expression.SortRange;
import io.keystonedb.internal.value.KeyWriter;
import org.jspecify.annotations.Nullable;

/** Ranges of the items of a table, or of the entries of one of its indexes. */
public final class ItemRanges {
  private ItemRanges() {}

  /** What a query reads. */
  public static RowRange<Item> of(TableRef table, @Nullable IndexDefinition index, KeyQuery query) {
    KeyWriter prefix = table.keys().partition(table.definition(), index, query.partition());
    for (Value value : query.sortPrefix()) {
      prefix.value(value);
    }
    byte[] base = prefix.toByteArray();
    SortRange range = query.range();
    if (range == null) {
      return RowRange.ofPrefix(RowKind.ITEM, base);
    }
    byte[] first = with(base, range.first());
    return switch (range.operator()) {
      case LT -> between(base, first);
      case LE -> between(base, RowRange.prefixEnd(first));
      case GT -> between(RowRange.prefixEnd(first), RowRange.prefixEnd(base));
      case GE -> between(first, RowRange.prefixEnd(base));
      case BETWEEN -> {
        Value second = range.second();
        yield between(
            first, RowRange.prefixEnd(with(base, second == null ? range.first() : second)));
      }
      case BEGINS_WITH ->
          RowRange.ofPrefix(
              RowKind.ITEM, new KeyWriter().raw(base).prefix(range.first()).toByteArray());
    };
  }

  private static RowRange<Item> between(byte[] from, byte[] to) {
    return new RowRange<>(RowKind.ITEM, from, to);
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
  public static RowRange<Item> segment(
      TableRef table, @Nullable IndexDefinition index, int segment, int totalSegments) {
    RowKeys keys = table.keys();
    TableDefinition definition = table.definition();
    byte[] from = keys.itemsFromHash(definition, index, hashAt(segment, totalSegments));
    byte[] to =
        segment + 1 == totalSegments
            ? keys.items(definition, index).to()
            : keys.itemsFromHash(definition, index, hashAt(segment + 1, totalSegments));
    return between(from, to);
  }

  private static int hashAt(int segment, int totalSegments) {
    return (int) (((long) segment << 32) / totalSegments);
  }
}
