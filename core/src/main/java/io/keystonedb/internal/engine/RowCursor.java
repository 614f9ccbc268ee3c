package io.keystonedb.internal.engine;

import io.keystonedb.storage.Cursor;
import java.util.Objects;

/**
 * A walk over rows of one kind. It starts before the first of them. Not thread-safe.
 *
 * @param <V> the type of their values
 */
final class RowCursor<V> {
  private final RowKind<V> kind;
  private final Cursor cursor;

  RowCursor(RowKind<V> kind, Cursor cursor) {
    this.kind = kind;
    this.cursor = cursor;
  }

  /** Moves to the next row; false if there is none. */
  boolean next() {
    return cursor.next();
  }

  /** The key of the current row. */
  RowKey<V> key() {
    return new RowKey<>(kind, cursor.key());
  }

  /** The value of the current row. */
  V value() {
    return Objects.requireNonNull(kind.cast(cursor.value()));
  }
}
