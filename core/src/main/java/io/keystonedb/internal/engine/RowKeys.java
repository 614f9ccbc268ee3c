package io.keystonedb.internal.engine;

import io.keystonedb.Item;
import io.keystonedb.Value;
import io.keystonedb.internal.value.KeyAttribute;
import io.keystonedb.internal.value.KeyAttributes;
import io.keystonedb.internal.value.KeyWriter;
import java.util.Arrays;
import java.util.List;

/**
 * The layout of keys in the store.
 *
 * <pre>
 * 01 name                                                  table definition
 * 02                                                       number of the next table
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
  private static final int TABLE = 0x01;
  private static final int NEXT_TABLE = 0x02;
  private static final int JOB = 0x03;
  private static final int ROW = 0x10;
  private static final int EXPIRY = 0x20;
  private static final int TOKEN = 0x30;
  private static final int TOKEN_EXPIRY = 0x31;
  private static final int STREAM = 0x40;
  private static final int STREAM_RECORD = 0x41;

  /** Kind, table and index; the rest of a row's key is the same in the order by expiry. */
  private static final int ROW_HEADER_BYTES = 7;

  private static final int HASH_BYTES = 4;

  private RowKeys() {}

  static byte[] table(String name) {
    return new KeyWriter().raw(TABLE).text(name).toByteArray();
  }

  static byte[] firstTable() {
    return new byte[] {TABLE};
  }

  static byte[] nextTableNumber() {
    return new byte[] {NEXT_TABLE};
  }

  static byte[] job(int number) {
    return new KeyWriter().raw(JOB).raw32(number).toByteArray();
  }

  static KeyRange jobs() {
    return KeyRange.of(new byte[] {JOB});
  }

  /** The key of an item, from the item or from its key attributes alone. */
  public static byte[] row(TableDefinition table, Item item) {
    return keyed(table, 0, table.key(), item).toByteArray();
  }

  /** The key of an index entry, from an item that has all key attributes of both. */
  public static byte[] entry(TableDefinition table, IndexDefinition index, Item item) {
    KeyWriter key = keyed(table, index.number(), index.key(), item);
    append(key, table.key().partition(), item, false);
    append(key, table.key().sort(), item, table.key().sortOptional());
    return key.toByteArray();
  }

  private static KeyWriter keyed(
      TableDefinition table, int index, KeyAttributes attributes, Item item) {
    KeyWriter key = header(table, index).raw32(0);
    append(key, attributes.partition(), item, false);
    key.patch32(ROW_HEADER_BYTES, key.hashFrom(ROW_HEADER_BYTES + HASH_BYTES));
    append(key, attributes.sort(), item, attributes.sortOptional());
    return key;
  }

  private static KeyWriter header(TableDefinition table, int index) {
    return new KeyWriter().raw(ROW).raw32(table.number()).raw(index >>> 8).raw(index);
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

  /** The start of all keys with some partition values; more components may be appended. */
  static KeyWriter partition(TableDefinition table, int index, List<Value> values) {
    KeyWriter key = header(table, index).raw32(0);
    for (Value value : values) {
      key.value(value);
    }
    return key.patch32(ROW_HEADER_BYTES, key.hashFrom(ROW_HEADER_BYTES + HASH_BYTES));
  }

  /** The first key of a table or index whose partition hash is at least so much. */
  static byte[] fromHash(TableDefinition table, int index, int hash) {
    return header(table, index).raw32(hash).toByteArray();
  }

  /** The start of all keys of a table or index; 0 is the table itself. */
  static byte[] allOf(TableDefinition table, int index) {
    return header(table, index).toByteArray();
  }

  /** The start of all rows and index entries of a table. */
  static byte[] allOf(TableDefinition table) {
    return new KeyWriter().raw(ROW).raw32(table.number()).toByteArray();
  }

  static byte[] expiry(int order, long epochSecond, byte[] rowKey) {
    return new KeyWriter()
        .raw(EXPIRY)
        .raw32(order)
        .raw64(epochSecond)
        .raw(rowKey, ROW_HEADER_BYTES, rowKey.length)
        .toByteArray();
  }

  /** The start of all that expires at a second. */
  static byte[] expiry(int order, long epochSecond) {
    return new KeyWriter().raw(EXPIRY).raw32(order).raw64(epochSecond).toByteArray();
  }

  /** The start of an order of expiry. */
  static byte[] expiries(int order) {
    return new KeyWriter().raw(EXPIRY).raw32(order).toByteArray();
  }

  static byte[] token(String operation, String token) {
    return new KeyWriter().raw(TOKEN).text(operation).text(token).toByteArray();
  }

  static byte[] tokenExpiry(long epochMillis, String operation, String token) {
    return new KeyWriter()
        .raw(TOKEN_EXPIRY)
        .raw64(epochMillis)
        .text(operation)
        .text(token)
        .toByteArray();
  }

  static byte[] tokenExpiryUpTo(long epochMillis) {
    return new KeyWriter().raw(TOKEN_EXPIRY).raw64(epochMillis).toByteArray();
  }

  static byte[] stream(String tableName, String label) {
    return new KeyWriter().raw(STREAM).text(tableName).text(label).toByteArray();
  }

  /** The start of all streams of a table. */
  static byte[] streams(String tableName) {
    return new KeyWriter().raw(STREAM).text(tableName).toByteArray();
  }

  static byte[] streams() {
    return new byte[] {STREAM};
  }

  static byte[] streamRecord(int stream, long sequence) {
    return new KeyWriter().raw(STREAM_RECORD).raw32(stream).raw64(sequence).toByteArray();
  }

  /** The start of all records of a stream. */
  static byte[] streamRecords(int stream) {
    return new KeyWriter().raw(STREAM_RECORD).raw32(stream).toByteArray();
  }

  /** The partition hash in the key of a row, as an unsigned number of 32 bits. */
  public static long partitionHash(byte[] rowKey) {
    long hash = 0;
    for (int i = ROW_HEADER_BYTES; i < ROW_HEADER_BYTES + HASH_BYTES; i++) {
      hash = (hash << 8) | (rowKey[i] & 0xFF);
    }
    return hash;
  }

  /** The smallest key above all that begin with a prefix. */
  static byte[] after(byte[] prefix) {
    byte[] after = prefix.clone();
    for (int i = after.length - 1; i >= 0; i--) {
      if (++after[i] != 0) {
        return Arrays.copyOf(after, i + 1);
      }
    }
    throw new IllegalArgumentException(
        "nothing is above all keys that begin with " + prefix.length + " bytes FF");
  }

  /** The smallest key above a key. */
  static byte[] justAfter(byte[] key) {
    return Arrays.copyOf(key, key.length + 1);
  }
}
