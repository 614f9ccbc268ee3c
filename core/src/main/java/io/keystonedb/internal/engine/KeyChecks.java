package io.keystonedb.internal.engine;

import io.keystonedb.Item;
import io.keystonedb.KeystoneException;
import io.keystonedb.Value;
import io.keystonedb.internal.expression.Path;
import io.keystonedb.internal.value.KeyAttribute;
import io.keystonedb.internal.value.KeyAttributes;
import io.keystonedb.internal.value.Sizes;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the service demands of keys of items and of what an item holds for its indexes.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html">Quotas:
 *     partition keys and sort keys</a>
 */
public final class KeyChecks {
  private static final int MAX_PARTITION_KEY_BYTES = 2048;
  private static final int MAX_SORT_KEY_BYTES = 1024;

  private static final String INVALID = "One or more parameter values were invalid: ";
  private static final String NOT_VALID = "One or more parameter values are not valid. ";

  /** What the service says first of a key attribute of a wrong type in an item to be put. */
  public static final String TYPE_MISMATCH = INVALID + "Type mismatch for ";

  /** What the service says of a key that does not fit the table's. */
  public static final String NO_MATCH = "The provided key element does not match the schema";

  private KeyChecks() {}

  /**
   * Checks an item to be put: its key, then its attributes that are keys of indexes, then its size.
   *
   * @throws KeystoneException with the service's text for the first thing that is wrong
   */
  public static void putItem(TableDefinition table, Item item) {
    for (KeyAttribute attribute : table.key().all()) {
      Value value = item.get(attribute.name());
      if (value == null && table.key().isOptional(attribute)) {
        continue;
      }
      if (value == null) {
        throw KeystoneException.validation(
            INVALID + "Missing the key " + attribute.name() + " in the item");
      }
      if (value.type() != attribute.type()) {
        throw KeystoneException.validation(
            TYPE_MISMATCH
                + "key "
                + attribute.name()
                + " expected: "
                + attribute.type()
                + " actual: "
                + value.type());
      }
      notEmpty(attribute, value);
    }
    sizes(table.key(), item);
    indexKeys(table, null, item);
    if (item.sizeBytes() > Sizes.MAX_ITEM_BYTES) {
      throw KeystoneException.validation("Item size has exceeded the maximum allowed size");
    }
  }

  /**
   * Checks a key to look an item up by: exactly the table's key attributes, in their types.
   *
   * @throws KeystoneException with the service's text for the first thing that is wrong
   */
  public static void lookUp(TableDefinition table, Item key) {
    if (!hasShapeOf(table.key(), key)) {
      throw KeystoneException.validation(NO_MATCH);
    }
    notEmpty(table.key(), key);
    sizes(table.key(), key);
  }

  /**
   * Checks that no key attribute that is there is empty.
   *
   * @throws KeystoneException for the first that is
   */
  public static void notEmpty(KeyAttributes attributes, Item key) {
    for (KeyAttribute attribute : attributes.all()) {
      Value value = key.get(attribute.name());
      if (value != null) {
        notEmpty(attribute, value);
      }
    }
  }

  /**
   * Checks that no path leads into an attribute that is part of a key.
   *
   * @throws KeystoneException for the first path that does
   */
  public static void scalars(TableDefinition table, List<Path> nestedPaths) {
    for (Path path : nestedPaths) {
      String kind = null;
      if (table.key().find(path.name()) != null) {
        kind = "Key";
      } else if (isIndexKey(table, path.name())) {
        kind = "IndexKey";
      }
      if (kind != null) {
        throw KeystoneException.validation(
            "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: "
                + kind
                + ": "
                + path.name());
      }
    }
  }

  private static boolean isIndexKey(TableDefinition table, String attribute) {
    for (IndexDefinition index : table.indexes()) {
      if (index.key().find(attribute) != null) {
        return true;
      }
    }
    return false;
  }

  /** Whether an item has a key attribute of the table, but in another type. */
  public static boolean hasKeyOfOtherType(TableDefinition table, Item item) {
    for (KeyAttribute attribute : table.key().all()) {
      Value value = item.get(attribute.name());
      if (value != null && value.type() != attribute.type()) {
        return true;
      }
    }
    return false;
  }

  /** Whether an item consists of exactly some key attributes, in their types. */
  public static boolean hasShapeOf(KeyAttributes attributes, Item key) {
    if (attributes.sortOptional() && key.size() == attributes.partition().size()) {
      return holds(attributes.partition(), key);
    }
    return key.size() == attributes.size() && holds(attributes, key);
  }

  /** Whether an item has all of some key attributes, in their types. */
  static boolean holds(KeyAttributes attributes, Item item) {
    return holds(attributes.partition(), item) && holds(attributes.sort(), item);
  }

  private static boolean holds(List<KeyAttribute> attributes, Item item) {
    for (int i = 0; i < attributes.size(); i++) {
      Value value = item.get(attributes.get(i).name());
      if (value == null || value.type() != attributes.get(i).type()) {
        return false;
      }
    }
    return true;
  }

  /**
   * Checks that the value of a key attribute is not empty, and text.
   *
   * @throws KeystoneException if it is
   */
  public static void notEmpty(KeyAttribute attribute, Value value) {
    String kind = emptyKind(value);
    if (kind != null) {
      throw KeystoneException.validation(
          NOT_VALID
              + "The AttributeValue for a key attribute cannot contain an empty "
              + kind
              + " value. Key: "
              + attribute.name());
    }
    if (value instanceof Value.S string && !isUnicode(string.value())) {
      throw KeystoneException.validation(
          NOT_VALID
              + "The AttributeValue for a key attribute is not valid Unicode text. Key: "
              + attribute.name());
    }
  }

  /** Whether all surrogates of a text stand in pairs; cheaper than to ask an encoder. */
  private static boolean isUnicode(String text) {
    int codePoint;
    for (int i = 0; i < text.length(); i += Character.charCount(codePoint)) {
      codePoint = text.codePointAt(i);
      if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable String emptyKind(Value value) {
    if (value instanceof Value.S string && string.value().isEmpty()) {
      return "string";
    }
    return value instanceof Value.B binary && binary.length() == 0 ? "binary" : null;
  }

  /** Whether key attributes that are there are neither empty nor too large. */
  static boolean isFit(KeyAttributes key, Item item) {
    for (KeyAttribute attribute : key.all()) {
      Value value = item.get(attribute.name());
      if (value != null && emptyKind(value) != null) {
        return false;
      }
    }
    return sizeOf(key.partition(), item) <= MAX_PARTITION_KEY_BYTES
        && sizeOf(key.sort(), item) <= MAX_SORT_KEY_BYTES;
  }

  private static void sizes(KeyAttributes key, Item item) {
    if (sizeOf(key.partition(), item) > MAX_PARTITION_KEY_BYTES) {
      throw KeystoneException.validation(
          INVALID + "Size of hashkey has exceeded the maximum size limit of2048 bytes");
    }
    if (sizeOf(key.sort(), item) > MAX_SORT_KEY_BYTES) {
      throw KeystoneException.validation(
          INVALID + "Aggregated size of all range keys has exceeded the size limit of 1024 bytes");
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

  /**
   * Checks attributes that are keys of indexes: the right type, not empty, not too large.
   *
   * @param before the item as it was, for an update, which is checked only where it changes
   *     something; null for a put
   * @throws KeystoneException for the first index, in the order of names, that something is wrong
   *     with
   */
  public static void indexKeys(TableDefinition table, @Nullable Item before, Item item) {
    if (table.indexes().isEmpty()) {
      return;
    }
    List<IndexDefinition> byName =
        table.indexes().stream().sorted(Comparator.comparing(IndexDefinition::name)).toList();
    for (IndexDefinition index : byName) {
      for (KeyAttribute attribute : index.key().all()) {
        Value value = item.get(attribute.name());
        boolean changed = before == null || !Objects.equals(value, before.get(attribute.name()));
        if (value != null && changed) {
          indexKey(index, attribute, value, before != null);
        }
      }
      if (KeyChecks.holds(index.key(), item)) {
        indexKeySizes(index, item, before != null);
      }
    }
  }

  private static void indexKey(
      IndexDefinition index, KeyAttribute attribute, Value value, boolean update) {
    if (update) {
      notEmptyIndexKey(index, attribute, value, true);
    }
    if (value.type() != attribute.type()) {
      throw KeystoneException.validation(
          TYPE_MISMATCH
              + "Index Key "
              + attribute.name()
              + " Expected: "
              + attribute.type()
              + " Actual: "
              + value.type()
              + " IndexName: "
              + index.name());
    }
    notEmptyIndexKey(index, attribute, value, update);
  }

  /**
   * Checks that the value of a key attribute of an index is not empty.
   *
   * @throws KeystoneException if it is
   */
  public static void notEmpty(IndexDefinition index, KeyAttribute attribute, Value value) {
    notEmptyIndexKey(index, attribute, value, false);
  }

  private static void notEmptyIndexKey(
      IndexDefinition index, KeyAttribute attribute, Value value, boolean update) {
    String kind = emptyKind(value);
    if (kind != null) {
      throw KeystoneException.validation(
          update
              ? NOT_VALID
                  + "The update expression attempted to update a secondary index key to a value that is not supported. The AttributeValue for a key attribute cannot contain an empty "
                  + kind
                  + " value."
              : NOT_VALID
                  + "A value specified for a secondary index key is not supported. The AttributeValue for a key attribute cannot contain an empty "
                  + kind
                  + " value. IndexName: "
                  + index.name()
                  + ", IndexKey: "
                  + attribute.name());
    }
  }

  private static void indexKeySizes(IndexDefinition index, Item item, boolean update) {
    if (!update) {
      sizes(index.key(), item);
      return;
    }
    if (sizeOf(index.key().partition(), item) > MAX_PARTITION_KEY_BYTES
        || sizeOf(index.key().sort(), item) > MAX_SORT_KEY_BYTES) {
      throw KeystoneException.validation(
          "One or more parameter values were invalid. The update expression attempted to update the secondary index key beyond allowed size limits");
    }
  }

  /** The key attributes of an item alone. */
  public static Item keyOf(TableDefinition table, Item item) {
    return keyOf(table, null, item);
  }

  /** The key attributes of an entry of an index and of its table; of the table alone for null. */
  public static Item keyOf(TableDefinition table, @Nullable IndexDefinition index, Item item) {
    Item.Appender key = Item.appender(4);
    if (index != null) {
      for (KeyAttribute attribute : index.key().all()) {
        if (table.key().find(attribute.name()) == null) {
          key.append(attribute.name(), require(item, attribute));
        }
      }
    }
    for (KeyAttribute attribute : table.key().all()) {
      if (!table.key().isOptional(attribute) || item.containsKey(attribute.name())) {
        key.append(attribute.name(), require(item, attribute));
      }
    }
    return key.toItem();
  }

  private static Value require(Item item, KeyAttribute attribute) {
    Value value = item.get(attribute.name());
    if (value == null) {
      throw new IllegalArgumentException("no " + attribute + " in " + item);
    }
    return value;
  }
}
