package io.keystonedb;

import io.keystonedb.internal.engine.TableDefinition;
import io.keystonedb.internal.value.KeyAttribute;
import java.nio.charset.StandardCharsets;
import java.util.List;
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

  /** The key attributes of a table with this key's values. */
  Item toItem(TableDefinition table) {
    ItemBuilder item = Item.builder();
    KeyAttribute hash = table.key().partition().get(0);
    item.value(hash.name(), adapt(partition, hash));
    if (sort != null) {
      List<KeyAttribute> ranges = table.key().sort();
      if (ranges.isEmpty()) {
        throw KeystoneException.validation("The provided key element does not match the schema");
      }
      item.value(ranges.get(0).name(), adapt(sort, ranges.get(0)));
    }
    return item.build();
  }

  /** A string as bytes where the schema wants bytes. */
  static Value adapt(Value value, KeyAttribute attribute) {
    if (attribute.type() == ValueType.B && value instanceof Value.S string) {
      return Value.binary(string.value().getBytes(StandardCharsets.UTF_8));
    }
    return value;
  }
}
