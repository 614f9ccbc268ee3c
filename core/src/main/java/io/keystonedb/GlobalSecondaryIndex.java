package io.keystonedb;

import java.util.ArrayList;
import java.util.List;

/**
 * A global secondary index of a {@link TableSchema}: the items once more, under another key.
 *
 * <p>Immutable. Key attributes are strings unless told otherwise; all attributes are projected
 * unless told otherwise.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.html">Global
 *     secondary indexes</a>
 */
public final class GlobalSecondaryIndex {
  private final String name;
  private final List<KeyPart> keys;
  private final IndexProjection projection;

  private GlobalSecondaryIndex(String name, List<KeyPart> keys, IndexProjection projection) {
    this.name = name;
    this.keys = List.copyOf(keys);
    this.projection = projection;
  }

  /** An index by one string attribute. */
  public static GlobalSecondaryIndex of(String name, String partitionKey) {
    return of(name, partitionKey, ValueType.S);
  }

  /** An index by one attribute. */
  public static GlobalSecondaryIndex of(String name, String partitionKey, ValueType type) {
    return new GlobalSecondaryIndex(
        name, List.of(new KeyPart(partitionKey, type, false)), IndexProjection.ALL);
  }

  /** This index with one more partition key attribute; there can be four. */
  public GlobalSecondaryIndex partitionKey(String attribute, ValueType type) {
    return with(new KeyPart(attribute, type, false));
  }

  /** This index with a string sort key attribute; there can be four. */
  public GlobalSecondaryIndex sortKey(String attribute) {
    return sortKey(attribute, ValueType.S);
  }

  /** This index with a sort key attribute; there can be four. */
  public GlobalSecondaryIndex sortKey(String attribute, ValueType type) {
    return with(new KeyPart(attribute, type, true));
  }

  private GlobalSecondaryIndex with(KeyPart part) {
    List<KeyPart> all = new ArrayList<>(keys);
    all.add(part);
    return new GlobalSecondaryIndex(name, all, projection);
  }

  /** This index holding only the keys. */
  public GlobalSecondaryIndex keysOnly() {
    return new GlobalSecondaryIndex(name, keys, IndexProjection.KEYS_ONLY);
  }

  /** This index holding the keys and some attributes. */
  public GlobalSecondaryIndex include(String... attributes) {
    return new GlobalSecondaryIndex(name, keys, IndexProjection.include(attributes));
  }

  String name() {
    return name;
  }

  List<KeyPart> keys() {
    return keys;
  }

  IndexProjection projection() {
    return projection;
  }
}
