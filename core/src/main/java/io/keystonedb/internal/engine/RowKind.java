package io.keystonedb.internal.engine;

import io.keystonedb.Item;
import org.jspecify.annotations.Nullable;

/**
 * A kind of rows: the number in their keys and the type of their values. {@link RowKeys} says how
 * the keys go on.
 */
public final class RowKind<V> {
  /** The definition of a table. */
  public static final RowKind<TableDefinition> TABLE = new RowKind<>(0x01, TableDefinition.class);

  /** The number that the next table, stream, order of expiry or job takes. */
  public static final RowKind<Integer> NEXT_NUMBER = new RowKind<>(0x02, Integer.class);

  /** Work that is not done yet. */
  public static final RowKind<Job> JOB = new RowKind<>(0x03, Job.class);

  /** An item, or what an entry of an index holds of one. */
  public static final RowKind<Item> ITEM = new RowKind<>(0x10, Item.class);

  /** An item in the order of expiry. */
  public static final RowKind<Marker> EXPIRY = new RowKind<>(0x20, Marker.class);

  /** The token of a transaction. */
  public static final RowKind<TransactionTokens.Entry> TOKEN =
      new RowKind<>(0x30, TransactionTokens.Entry.class);

  /** A token in the order in which tokens are forgotten. */
  public static final RowKind<Marker> TOKEN_EXPIRY = new RowKind<>(0x31, Marker.class);

  /** The definition of a stream. */
  public static final RowKind<StreamDefinition> STREAM =
      new RowKind<>(0x40, StreamDefinition.class);

  /** A record of a stream. */
  public static final RowKind<StreamEntry> STREAM_RECORD = new RowKind<>(0x41, StreamEntry.class);

  private final int number;
  private final Class<V> type;

  private RowKind(int number, Class<V> type) {
    this.number = number;
    this.type = type;
  }

  /** The value of a row whose key says all there is to say. */
  public enum Marker {
    PRESENT
  }

  /** What stands for the kind in keys. */
  int number() {
    return number;
  }

  /** What a store has at a key of this kind; null if it has nothing there. */
  @Nullable V cast(@Nullable Object value) {
    return type.cast(value);
  }
}
