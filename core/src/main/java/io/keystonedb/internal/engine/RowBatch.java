package io.keystonedb.internal.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first rows of a range, as many as one commit may touch.
 *
 * @param rest the range without them; null if that is empty
 */
record RowBatch<V>(List<Row<V>> rows, @Nullable RowRange<V> rest) {
  /** One row. */
  record Row<V>(RowKey<V> key, V value) {}

  /**
   * Reads the first rows of a range.
   *
   * @param limit how many at most
   */
  static <V> RowBatch<V> read(RowReader reader, RowRange<V> range, int limit) {
    List<Row<V>> rows = new ArrayList<>();
    RowCursor<V> cursor = reader.walk(range);
    while (cursor.next()) {
      if (rows.size() == limit) {
        return new RowBatch<>(rows, range.from(cursor.key()));
      }
      rows.add(new Row<>(cursor.key(), cursor.value()));
    }
    return new RowBatch<>(rows, null);
  }
}
