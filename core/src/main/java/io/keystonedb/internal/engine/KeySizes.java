package io.keystonedb.internal.engine;

import io.keystonedb.Item;
import io.keystonedb.KeystoneException;
import io.keystonedb.Value;
import io.keystonedb.internal.expression.KeyQuery;
import io.keystonedb.internal.expression.SortRange;
import io.keystonedb.internal.value.KeyAttribute;
import io.keystonedb.internal.value.KeyAttributes;
import io.keystonedb.internal.value.Sizes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How large keys may be: 2048 bytes for all partition attributes together, 1024 for the sort
 * attributes.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html#limits-partition-sort-keys">Quotas:
 *     partition keys and sort keys</a>
 */
public final class KeySizes {
  private static final int MAX_PARTITION_KEY_BYTES = 2048;
  private static final int MAX_SORT_KEY_BYTES = 1024;

  private static final String INVALID = "One or more parameter values were invalid: ";

  private KeySizes() {}

  /**
   * Checks the key of an item, or a key to look one up by.
   *
   * @throws KeystoneException if it is too large
   */
  static void check(KeyAttributes key, Item item) {
    check(sizeOf(key.partition(), item), sizeOf(key.sort(), item));
  }

  /**
   * Checks the values that a query compares keys with (observed for partition keys; DynamoDB Local
   * has the same text for sort keys).
   *
   * @throws KeystoneException if one is too large for any key to equal it
   */
  public static void check(KeyQuery query) {
    check(sizeOf(query.partition()), sizeOf(query.sortPrefix()) + sizeOf(query.range()));
  }

  private static void check(int partition, int sort) {
    if (partition > MAX_PARTITION_KEY_BYTES) {
      throw KeystoneException.validation(
          INVALID + "Size of hashkey has exceeded the maximum size limit of2048 bytes");
    }
    if (sort > MAX_SORT_KEY_BYTES) {
      throw KeystoneException.validation(
          INVALID + "Aggregated size of all range keys has exceeded the size limit of 1024 bytes");
    }
  }

  /** Whether an item's key for an index is small enough to be in it. */
  static boolean fits(KeyAttributes key, Item item) {
    return sizeOf(key.partition(), item) <= MAX_PARTITION_KEY_BYTES
        && sizeOf(key.sort(), item) <= MAX_SORT_KEY_BYTES;
  }

  /**
   * Checks the attributes of an item that are the key of an index.
   *
   * @param update whether an update wrote them, which has a text of its own
   * @throws KeystoneException if they are too large
   */
  static void checkIndexKey(IndexDefinition index, Item item, boolean update) {
    if (!update) {
      checkIndexKey(index, index.key().partition(), item, MAX_PARTITION_KEY_BYTES);
      checkIndexKey(index, index.key().sort(), item, MAX_SORT_KEY_BYTES);
    } else if (!fits(index.key(), item)) {
      throw KeystoneException.validation(
          "One or more parameter values were invalid. The update expression attempted to update the secondary index key beyond allowed size limits");
    }
  }

  /** Of several attributes the one is named with which they are too large together. */
  private static void checkIndexKey(
      IndexDefinition index, List<KeyAttribute> attributes, Item item, int max) {
    int size = 0;
    for (KeyAttribute attribute : attributes) {
      Value value = item.get(attribute.name());
      size += value == null ? 0 : Sizes.of(value);
      if (size > max) {
        throw KeystoneException.validation(
            INVALID
                + "Size limit exceeded for Index Key "
                + attribute.name()
                + " Actual Size: "
                + size
                + " bytes Max Size: "
                + max
                + " bytes IndexName: "
                + index.name());
      }
    }
  }

  private static int sizeOf(List<KeyAttribute> attributes, Item item) {
    int size = 0;
    for (int i = 0; i < attributes.size(); i++) {
      Value value = item.get(attributes.get(i).name());
      size += value == null ? 0 : Sizes.of(value);
    }
    return size;
  }

  private static int sizeOf(List<Value> values) {
    int size = 0;
    for (int i = 0; i < values.size(); i++) {
      size += Sizes.of(values.get(i));
    }
    return size;
  }

  private static int sizeOf(@Nullable SortRange range) {
    if (range == null) {
      return 0;
    }
    Value second = range.second();
    return Math.max(Sizes.of(range.first()), second == null ? 0 : Sizes.of(second));
  }
}
