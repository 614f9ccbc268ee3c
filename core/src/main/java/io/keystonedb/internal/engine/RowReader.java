package io.keystonedb.internal.engine;

import io.keystonedb.storage.Measure;
import io.keystonedb.storage.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a database in one view of its store. Keys know what is stored at them, so whoever
 * reads gets values of the right type. Not thread-safe.
 */
public class RowReader {
  private final Reader reader;
  private final RowKeys keys;

  RowReader(Reader reader, RowKeys keys) {
    this.reader = reader;
    this.keys = keys;
  }

  /** The keys of the rows of the database. */
  public final RowKeys keys() {
    return keys;
  }

  /** The value at a key, or null. */
  public final <V> @Nullable V get(RowKey<V> key) {
    return key.kind().cast(reader.get(key.bytes()));
  }

  /** The values at several keys of one kind, in their order, null for a key that is not there. */
  final <V> List<@Nullable V> getAll(RowKind<V> kind, List<RowKey<V>> keys) {
    List<byte[]> bytes = new ArrayList<>(keys.size());
    for (RowKey<V> key : keys) {
      bytes.add(key.bytes());
    }
    List<@Nullable V> values = new ArrayList<>(keys.size());
    for (Object value : reader.getAll(bytes)) {
      values.add(kind.cast(value));
    }
    return values;
  }

  /** Walks a range upwards. */
  final <V> RowCursor<V> walk(RowRange<V> range) {
    return walk(range, false);
  }

  /**
   * The key of a row of a range, or null if it has fewer rows.
   *
   * @param position from zero
   */
  final <V> @Nullable RowKey<V> keyAt(RowRange<V> range, int position) {
    RowCursor<V> cursor = walk(range);
    for (int i = 0; i <= position; i++) {
      if (!cursor.next()) {
        return null;
      }
    }
    return cursor.key();
  }

  /** Walks a range in either direction. */
  final <V> RowCursor<V> walk(RowRange<V> range, boolean descending) {
    return new RowCursor<>(range.kind(), reader.range(range.from(), range.to(), descending));
  }

  /** Counts and weighs the rows of a range. */
  public final Measure measure(RowRange<?> range) {
    return reader.measure(range.from(), range.to());
  }
}
