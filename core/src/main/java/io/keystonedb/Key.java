package io.keystonedb;

import org.jspecify.annotations.Nullable;

/**
 * The key of an item: a partition key and, where the table has one, a sort key.
 *
 * <p>A string stands for its UTF-8 bytes where the table's key attribute is binary, as in the table
 * of a database that was opened without a schema.
 *
 * @param partition the value of the partition key
 * @param sort the value of the sort key; null if there is none
 */
public record Key(Value partition, @Nullable Value sort) {

  /** A partition key alone. */
  public static Key of(String partition) {
    return new Key(Value.string(partition), null);
  }

  /** A partition key alone. */
  public static Key of(byte[] partition) {
    return new Key(Value.binary(partition), null);
  }

  /** A partition key alone. */
  public static Key of(Value partition) {
    return new Key(partition, null);
  }

  /** A partition key and a sort key. */
  public static Key of(String partition, String sort) {
    return new Key(Value.string(partition), Value.string(sort));
  }

  /** A partition key and a sort key. */
  public static Key of(byte[] partition, byte[] sort) {
    return new Key(Value.binary(partition), Value.binary(sort));
  }

  /** A partition key and a sort key. */
  public static Key of(Value partition, Value sort) {
    return new Key(partition, sort);
  }
}
