package io.keystonedb.internal.engine;

import io.keystonedb.Item;
import io.keystonedb.KeystoneException;
import io.keystonedb.Value;
import io.keystonedb.internal.expression.Path;
import io.keystonedb.internal.value.KeyAttribute;
import io.keystonedb.internal.value.KeyAttributes;
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
  private static final String INVALID = "One or more parameter values were invalid: ";
  private static final String NOT_VALID = "One or more parameter values are not valid. ";

  private static final String TYPE_MISMATCH = INVALID + "Type mismatch for ";

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
    KeySizes.check(table.key(), item);
    indexKeys(table, null, item);
    ItemLimit.checkPut(table, item);
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
    KeySizes.check(table.key(), key);
  }

  /**
   * Checks that no key attribute that is there, in its type, is empty.
   *
   * @throws KeystoneException for the first that is
   */
  public static void notEmpty(KeyAttributes attributes, Item key) {
    for (KeyAttribute attribute : attributes.all()) {
      Value value = key.get(attribute.name());
      if (value != null && value.type() == attribute.type()) {
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

  /**
   * Whether an item lacks an attribute of the partition key, or has a key attribute of another
   * type: batches do not say which.
   */
  public static boolean isKeyWrong(TableDefinition table, Item item) {
    for (KeyAttribute attribute : table.key().partition()) {
      if (!item.containsKey(attribute.name())) {
        return true;
      }
    }
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
    return KeySizes.fits(key, item);
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
    for (IndexDefinition index : byName(table)) {
      for (KeyAttribute attribute : index.key().all()) {
        Value value = item.get(attribute.name());
        boolean changed = before == null || !Objects.equals(value, before.get(attribute.name()));
        if (value != null && changed) {
          indexKey(index, attribute, value, before != null);
        }
      }
      if (KeyChecks.holds(index.key(), item)) {
        KeySizes.checkIndexKey(index, item, before != null);
      }
    }
  }

  /**
   * Checks that no attribute that is the key of an index is empty.
   *
   * @throws KeystoneException for the first index, in the order of names, with one that is
   */
  public static void notEmptyIndexKeys(TableDefinition table, Item item) {
    notEmptyIndexKeys(table, item, false);
  }

  /**
   * Checks that no attribute that is the key of an index is empty.
   *
   * @param updated whether an update made the attributes, which has words of its own
   * @throws KeystoneException for the first index, in the order of names, with one that is
   */
  public static void notEmptyIndexKeys(TableDefinition table, Item item, boolean updated) {
    for (IndexDefinition index : byName(table)) {
      for (KeyAttribute attribute : index.key().all()) {
        Value value = item.get(attribute.name());
        if (value != null && value.type() == attribute.type()) {
          notEmptyIndexKey(index, attribute, value, updated);
        }
      }
    }
  }

  private static List<IndexDefinition> byName(TableDefinition table) {
    return table.indexes().stream().sorted(Comparator.comparing(IndexDefinition::name)).toList();
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
   * Checks that the value of an attribute that is part of the key of an index is not empty.
   *
   * @throws KeystoneException if it is
   */
  public static void notEmptyIndexKey(IndexDefinition index, KeyAttribute attribute, Value value) {
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
