package io.keystonedb;

/**
 * A local secondary index of a {@link TableSchema}: the items of each partition once more, in the
 * order of another attribute.
 *
 * <p>Immutable. The sort key is a string unless told otherwise; all attributes are projected unless
 * told otherwise.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/LSI.html">Local
 *     secondary indexes</a>
 */
public final class LocalSecondaryIndex {
  private final String name;
  private final KeyPart sortKey;
  private final IndexProjection projection;

  private LocalSecondaryIndex(String name, KeyPart sortKey, IndexProjection projection) {
    this.name = name;
    this.sortKey = sortKey;
    this.projection = projection;
  }

  /** An index by a string attribute. */
  public static LocalSecondaryIndex of(String name, String sortKey) {
    return of(name, sortKey, ValueType.S);
  }

  /** An index by an attribute. */
  public static LocalSecondaryIndex of(String name, String sortKey, ValueType type) {
    return new LocalSecondaryIndex(name, new KeyPart(sortKey, type, true), IndexProjection.ALL);
  }

  /** This index holding only the keys. */
  public LocalSecondaryIndex keysOnly() {
    return new LocalSecondaryIndex(name, sortKey, IndexProjection.KEYS_ONLY);
  }

  /** This index holding the keys and some attributes. */
  public LocalSecondaryIndex include(String... attributes) {
    return new LocalSecondaryIndex(name, sortKey, IndexProjection.include(attributes));
  }

  String name() {
    return name;
  }

  KeyPart sortKey() {
    return sortKey;
  }

  IndexProjection projection() {
    return projection;
  }
}
