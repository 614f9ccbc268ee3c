package io.keystonedb.internal.operation;

import io.keystonedb.Item;
import io.keystonedb.Key;
import io.keystonedb.KeystoneException;
import io.keystonedb.Value;
import io.keystonedb.internal.engine.ItemReader;
import io.keystonedb.internal.engine.KeyChecks;
import io.keystonedb.internal.shape.Decoded;
import io.keystonedb.internal.shape.MalformedValue;
import io.keystonedb.internal.value.KeyAttribute;
import io.keystonedb.internal.value.KeyAttributes;
import io.keystonedb.internal.value.ValueDepth;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An item or a key in a request of the native API, which gives the key by position: a partition key
 * and perhaps a sort key. Their attribute names are those of the table, so a run {@linkplain #named
 * names} them once it has looked the table up. Immutable and thread-safe.
 *
 * <p>Its {@linkplain #get() value} has placeholders for the names: for messages, and for whoever
 * looks at a request.
 */
public final class PositionalKeyItem extends Decoded<Item> {
  private static final String PARTITION_KEY = "<partition key>";
  private static final String SORT_KEY = "<sort key>";

  private final String tableName;
  private final Key key;
  private final Item attributes;

  private PositionalKeyItem(String tableName, Key key, Item attributes) {
    this.tableName = tableName;
    this.key = key;
    this.attributes = attributes;
  }

  /**
   * An item of a table.
   *
   * @param tableName name or ARN of the table
   * @param attributes the other attributes; they may repeat those of the key
   */
  public static Decoded<Item> of(String tableName, Key key, Item attributes) {
    PositionalKeyItem item = new PositionalKeyItem(tableName, key, attributes);
    try {
      ValueDepth.check(key.partition());
      if (key.sort() != null) {
        ValueDepth.check(key.sort());
      }
      ValueDepth.check(attributes);
      return item;
    } catch (KeystoneException e) {
      return RequestValues.decoded(item.get());
    }
  }

  /** The key of an item of a table. */
  public static Decoded<Item> of(String tableName, Key key) {
    return of(tableName, key, Item.empty());
  }

  /**
   * The item with its key under the names of the table's key attributes.
   *
   * @throws KeystoneException if the key does not fit the table or the item contradicts it
   */
  Item named(KeyAttributes names) {
    KeyAttribute partition = names.partition().get(0);
    Item.Appender keyAttributes = Item.appender(2);
    keyAttributes.append(partition.name(), partition.adapt(key.partition()));
    Value sortValue = key.sort();
    if (sortValue != null) {
      if (names.sort().isEmpty()) {
        throw KeystoneException.validation(KeyChecks.NO_MATCH);
      }
      KeyAttribute sort = names.sort().get(0);
      keyAttributes.append(sort.name(), sort.adapt(sortValue));
    }
    return withAttributes(keyAttributes.toItem());
  }

  /** As {@link #named(KeyAttributes)}, for a run that looks the table up. */
  Item named(ItemReader run) {
    return named(run.table(tableName).definition().key());
  }

  private Item withAttributes(Item keyAttributes) {
    if (attributes.isEmpty()) {
      return keyAttributes;
    }
    Item.Appender item = Item.appender(keyAttributes.size() + attributes.size());
    keyAttributes.forEach(item::append);
    for (int i = 0; i < attributes.size(); i++) {
      String name = attributes.nameAt(i);
      Value value = attributes.valueAt(i);
      Value inKey = keyAttributes.get(name);
      if (inKey == null) {
        item.append(name, value);
      } else if (!inKey.equals(value)) {
        throw KeystoneException.validation(
            "The item has another value for its key attribute " + name + " than the key");
      }
    }
    return item.toItem();
  }

  @Override
  public Item get(Function<MalformedValue, String> wrapper) {
    Item.Appender placeholders = Item.appender(2).append(PARTITION_KEY, key.partition());
    if (key.sort() != null) {
      placeholders.append(SORT_KEY, key.sort());
    }
    return withAttributes(placeholders.toItem());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PositionalKeyItem that
        && tableName.equals(that.tableName)
        && key.equals(that.key)
        && attributes.equals(that.attributes);
  }

  @Override
  public int hashCode() {
    return Objects.hash(tableName, key, attributes);
  }

  @Override
  public String toString() {
    return get().toString();
  }
}
