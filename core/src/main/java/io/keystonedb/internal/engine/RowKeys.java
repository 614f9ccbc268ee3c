package io.keystonedb.internal.engine;

import io.keystonedb.Item;
import io.keystonedb.Value;
import io.keystonedb.internal.engine.RowKind.Marker;
import io.keystonedb.internal.value.KeyAttribute;
import io.keystonedb.internal.value.KeyAttributes;
import io.keystonedb.internal.value.KeyWriter;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The layout of keys in the store, which may hold several databases. Each key begins with the
 * number of its database in two bytes, 1 or higher, so that the rows of a database stand side by
 * side; keys that begin with 0 are kept for what belongs to no database. Then come the number of a
 * {@link RowKind} and what tells the row from others of its kind:
 *
 * <pre>
 * 01 name                                                  table definition
 * 02                                                       next number of what has one
 * 03 number(4)                                             job, in the order in which they are done
 * 10 table(4) index(2) hash(4) partition sort              item; index 0 is the table itself
 * 10 table(4) index(2) hash(4) partition sort tablekey     index entry
 * 20 order(4) expiry(8) hash(4) partition sort             item that expires, by epoch second
 * 30 operation token                                       token of a transaction
 * 31 expiry(8) operation token                             the same, by when it is forgotten
 * 40 name label                                            definition of a stream, by its table
 * 41 stream(4) sequence(8)                                 record of a stream
 * </pre>
 *
 * <p>Numbers are big-endian; key attributes are self-delimiting, see {@link KeyWriter}; {@code
 * hash} is {@link io.keystonedb.internal.value.PartitionHash} of the partition attributes.
 */
public final class RowKeys {
  private static final int MAX_DATABASE = 0xFFFF;

  /** Where the number of the kind stands in a key, behind that of the database. */
  static final int KIND_POSITION = 2;

  /**
   * Database, kind, table and index; the rest of an item's key is the same in the order of expiry.
   */
  private static final int ITEM_HEADER_BYTES = 9;

  private static final int HASH_BYTES = 4;

  /** Database, kind, order and second. */
  private static final int EXPIRY_HEADER_BYTES = 15;

  /** Database, kind and millisecond. */
  private static final int TOKEN_EXPIRY_HEADER_BYTES = 11;

  /** Database, kind, stream and sequence. */
  private static final int STREAM_RECORD_BYTES = 15;

  private final int database;

  /**
   * The keys of a database.
   *
   * @param database its number, 1 to 65535
   */
  RowKeys(int database) {
    if (database < 1 || database > MAX_DATABASE) {
      throw new IllegalArgumentException("no database has the number " + database);
    }
    this.database = database;
  }

  /** All rows of a kind. */
  public <V> RowRange<V> all(RowKind<V> kind) {
    return all(kind, start(kind));
  }

  RowKey<TableDefinition> table(String name) {
    return key(RowKind.TABLE, start(RowKind.TABLE).text(name));
  }

  RowKey<Integer> nextNumber() {
    return key(RowKind.NEXT_NUMBER, start(RowKind.NEXT_NUMBER));
  }

  RowKey<Job> job(int number) {
    return key(RowKind.JOB, start(RowKind.JOB).raw32(number));
  }

  /** The key of an item, from the item or from its key attributes alone. */
  public RowKey<Item> item(TableDefinition table, Item item) {
    return key(RowKind.ITEM, keyed(table, 0, table.key(), item));
  }

  /** The key of an index entry, from an item that has all key attributes of both. */
  public RowKey<Item> entry(TableDefinition table, IndexDefinition index, Item item) {
    KeyWriter key = keyed(table, index.number(), index.key(), item);
    append(key, table.key().partition(), item, false);
    append(key, table.key().sort(), item, table.key().sortOptional());
    return key(RowKind.ITEM, key);
  }

  private KeyWriter keyed(TableDefinition table, int index, KeyAttributes attributes, Item item) {
    KeyWriter key = header(table, index).raw32(0);
    append(key, attributes.partition(), item, false);
    key.patch32(ITEM_HEADER_BYTES, key.hashFrom(ITEM_HEADER_BYTES + HASH_BYTES));
    append(key, attributes.sort(), item, attributes.sortOptional());
    return key;
  }

  private KeyWriter header(TableDefinition table, int index) {
    return start(RowKind.ITEM).raw32(table.number()).raw16(index);
  }

  private static void append(
      KeyWriter key, List<KeyAttribute> attributes, Item item, boolean optional) {
    for (int i = 0; i < attributes.size(); i++) {
      Value value = item.get(attributes.get(i).name());
      if (value != null) {
        key.value(value);
      } else if (!optional) {
        throw new IllegalArgumentException("no " + attributes.get(i) + " in " + item);
      }
    }
  }

  /** The items of a table and the entries of all its indexes. */
  RowRange<Item> itemsAndEntries(TableDefinition table) {
    return all(RowKind.ITEM, start(RowKind.ITEM).raw32(table.number()));
  }

  /** The items of a table, or the entries of one of its indexes. */
  RowRange<Item> items(TableDefinition table, @Nullable IndexDefinition index) {
    return all(RowKind.ITEM, header(table, numberOf(index)));
  }

  /** The first key of a table or index whose partition hash is at least so much. */
  byte[] itemsFromHash(TableDefinition table, @Nullable IndexDefinition index, int hash) {
    return header(table, numberOf(index)).raw32(hash).toByteArray();
  }

  /** The start of all keys with some partition values; more components may be appended. */
  KeyWriter partition(TableDefinition table, @Nullable IndexDefinition index, List<Value> values) {
    KeyWriter key = header(table, numberOf(index)).raw32(0);
    for (Value value : values) {
      key.value(value);
    }
    return key.patch32(ITEM_HEADER_BYTES, key.hashFrom(ITEM_HEADER_BYTES + HASH_BYTES));
  }

  private static int numberOf(@Nullable IndexDefinition index) {
    return index == null ? 0 : index.number();
  }

  RowKey<Marker> expiry(int order, long epochSecond, RowKey<Item> item) {
    byte[] bytes = item.bytes();
    return key(
        RowKind.EXPIRY,
        start(RowKind.EXPIRY)
            .raw32(order)
            .raw64(epochSecond)
            .raw(bytes, ITEM_HEADER_BYTES, bytes.length));
  }

  RowRange<Marker> expiries(int order) {
    return all(RowKind.EXPIRY, start(RowKind.EXPIRY).raw32(order));
  }

  /** The items that expire from a second (inclusive) to another (exclusive). */
  RowRange<Marker> expiries(int order, long fromSecond, long toSecond) {
    return new RowRange<>(
        RowKind.EXPIRY, expiriesFrom(order, fromSecond), expiriesFrom(order, toSecond));
  }

  private byte[] expiriesFrom(int order, long epochSecond) {
    return start(RowKind.EXPIRY).raw32(order).raw64(epochSecond).toByteArray();
  }

  /** The key of the item of a table that a row in its order of expiry stands for. */
  RowKey<Item> expiring(TableDefinition table, RowKey<Marker> expiry) {
    byte[] bytes = expiry.bytes();
    return key(RowKind.ITEM, header(table, 0).raw(bytes, EXPIRY_HEADER_BYTES, bytes.length));
  }

  RowKey<TransactionTokens.Entry> token(String operation, String token) {
    return key(RowKind.TOKEN, start(RowKind.TOKEN).text(operation).text(token));
  }

  RowKey<Marker> tokenExpiry(long epochMillis, String operation, String token) {
    return key(
        RowKind.TOKEN_EXPIRY,
        start(RowKind.TOKEN_EXPIRY).raw64(epochMillis).text(operation).text(token));
  }

  /** The tokens that are forgotten before a millisecond. */
  RowRange<Marker> tokenExpiries(long epochMillis) {
    return new RowRange<>(
        RowKind.TOKEN_EXPIRY,
        start(RowKind.TOKEN_EXPIRY).toByteArray(),
        start(RowKind.TOKEN_EXPIRY).raw64(epochMillis).toByteArray());
  }

  /** The key of the token that a row in the order of their expiry stands for. */
  RowKey<TransactionTokens.Entry> expiringToken(RowKey<Marker> expiry) {
    byte[] bytes = expiry.bytes();
    return key(
        RowKind.TOKEN, start(RowKind.TOKEN).raw(bytes, TOKEN_EXPIRY_HEADER_BYTES, bytes.length));
  }

  RowKey<StreamDefinition> stream(String tableName, String label) {
    return key(RowKind.STREAM, start(RowKind.STREAM).text(tableName).text(label));
  }

  RowRange<StreamDefinition> streams(String tableName) {
    return all(RowKind.STREAM, start(RowKind.STREAM).text(tableName));
  }

  RowKey<StreamEntry> streamRecord(int stream, long sequence) {
    return key(RowKind.STREAM_RECORD, start(RowKind.STREAM_RECORD).raw32(stream).raw64(sequence));
  }

  RowRange<StreamEntry> streamRecords(int stream) {
    return all(RowKind.STREAM_RECORD, start(RowKind.STREAM_RECORD).raw32(stream));
  }

  /** The sequence in the key of a record of a stream. */
  public static long sequence(byte[] streamRecord) {
    if (streamRecord.length != STREAM_RECORD_BYTES) {
      throw new IllegalArgumentException("not the key of a record of a stream");
    }
    return ByteBuffer.wrap(streamRecord).getLong(STREAM_RECORD_BYTES - Long.BYTES);
  }

  /** The partition hash in the key of an item, as an unsigned number of 32 bits. */
  public static long partitionHash(RowKey<Item> item) {
    long hash = 0;
    for (int i = ITEM_HEADER_BYTES; i < ITEM_HEADER_BYTES + HASH_BYTES; i++) {
      hash = (hash << 8) | (item.bytes()[i] & 0xFF);
    }
    return hash;
  }

  private KeyWriter start(RowKind<?> kind) {
    return new KeyWriter().raw16(database).raw(kind.number());
  }

  private static <V> RowKey<V> key(RowKind<V> kind, KeyWriter key) {
    return new RowKey<>(kind, key.toByteArray());
  }

  private static <V> RowRange<V> all(RowKind<V> kind, KeyWriter prefix) {
    return RowRange.ofPrefix(kind, prefix.toByteArray());
  }
}
