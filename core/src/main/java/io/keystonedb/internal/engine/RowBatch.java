package io.keystonedb.internal.engine;

import io.keystonedb.storage.Cursor;
import io.keystonedb.storage.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first rows of a range, as many as one commit may touch.
 *
 * @param rest the range without them; null if that is empty
 */
record RowBatch(List<Row> rows, @Nullable KeyRange rest) {
  /** One row. */
  record Row(RowKey key, Object value) {}

  /**
   * Reads the first rows of a range.
   *
   * @param limit how many at most
   */
  static RowBatch read(Reader reader, KeyRange range, int limit) {
    List<Row> rows = new ArrayList<>();
    Cursor cursor = reader.range(range.from(), range.to(), false);
    while (cursor.next()) {
      if (rows.size() == limit) {
        return new RowBatch(rows, range.since(cursor.key()));
      }
      rows.add(new Row(new RowKey(cursor.key()), cursor.value()));
    }
    return new RowBatch(rows, null);
  }
}
