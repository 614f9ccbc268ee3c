package io.keystonedb.internal.engine;

import io.keystonedb.Item;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kind of rows: the number in their keys and the type of their values. {@link RowKeys} says how
 * the keys go on, and the package {@code codec} what the values are as bytes.
 *
 * @param <V> the type of the values
 */
public final class RowKind<V> {
  /** The definition of a table. */
  public static final RowKind<TableDefinition> TABLE =
      new RowKind<>(0x01, "definition of a table", TableDefinition.class);

  /** The number that the next table, stream, order of expiry or job takes. */
  public static final RowKind<Integer> NEXT_NUMBER =
      new RowKind<>(0x02, "next number", Integer.class);

  /** Work that is not done yet. */
  public static final RowKind<Job> JOB = new RowKind<>(0x03, "job", Job.class);

  /** An item, or what an entry of an index holds of one. */
  public static final RowKind<Item> ITEM = new RowKind<>(0x10, "item", Item.class);

  /** An item in the order of expiry. */
  public static final RowKind<Marker> EXPIRY = new RowKind<>(0x20, "order of expiry", Marker.class);

  /** The token of a transaction. */
  public static final RowKind<TransactionTokens.Entry> TOKEN =
      new RowKind<>(0x30, "token of a transaction", TransactionTokens.Entry.class);

  /** A token in the order in which tokens are forgotten. */
  public static final RowKind<Marker> TOKEN_EXPIRY =
      new RowKind<>(0x31, "order of tokens", Marker.class);

  /** The definition of a stream. */
  public static final RowKind<StreamDefinition> STREAM =
      new RowKind<>(0x40, "definition of a stream", StreamDefinition.class);

  /** A record of a stream. */
  public static final RowKind<StreamEntry> STREAM_RECORD =
      new RowKind<>(0x41, "record of a stream", StreamEntry.class);

  private static final List<RowKind<?>> ALL =
      List.of(TABLE, NEXT_NUMBER, JOB, ITEM, EXPIRY, TOKEN, TOKEN_EXPIRY, STREAM, STREAM_RECORD);

  private final int number;
  private final String description;
  private final Class<V> type;

  private RowKind(int number, String description, Class<V> type) {
    this.number = number;
    this.description = description;
    this.type = type;
  }

  /** The value of a row whose key says all there is to say. */
  public enum Marker {
    PRESENT
  }

  /** All kinds. */
  public static List<RowKind<?>> all() {
    return ALL;
  }

  /**
   * The kind of a row.
   *
   * @throws IllegalArgumentException if no row has such a key
   */
  public static RowKind<?> of(byte[] key) {
    for (RowKind<?> kind : ALL) {
      if (key.length > RowKeys.KIND_POSITION && key[RowKeys.KIND_POSITION] == kind.number) {
        return kind;
      }
    }
    throw new IllegalArgumentException(
        "no kind of rows has the key " + HexFormat.of().formatHex(key));
  }

  /** What stands for the kind in keys. */
  public int number() {
    return number;
  }

  /** What a row of this kind is, for messages about one. */
  public String description() {
    return description;
  }

  /** What a store has at a key of this kind; null if it has nothing there. */
  public @Nullable V cast(@Nullable Object value) {
    return type.cast(value);
  }
}
