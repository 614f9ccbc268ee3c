package io.keystonedb.internal.value;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The key of a table or an index: one to four partition attributes and up to four sort attributes,
 * in their order. Tables and local secondary indexes have one of each at most.
 *
 * @param partition the HASH attributes
 * @param sort the RANGE attributes, possibly none
 * @param sortOptional whether items may lack the sort attributes: so it is only in the table that
 *     the native API makes when it is given no schema
 */
public record KeyAttributes(
    List<KeyAttribute> partition, List<KeyAttribute> sort, boolean sortOptional) {

  /** A key of which items must have every attribute. */
  public KeyAttributes(List<KeyAttribute> partition, List<KeyAttribute> sort) {
    this(partition, sort, false);
  }

  public KeyAttributes {
    partition = List.copyOf(partition);
    sort = List.copyOf(sort);
    if (partition.isEmpty()) {
      throw new IllegalArgumentException("a key has a partition attribute");
    }
  }

  /** All attributes, partition attributes first. */
  public List<KeyAttribute> all() {
    List<KeyAttribute> all = new ArrayList<>(partition);
    all.addAll(sort);
    return all;
  }

  /** How many attributes there are. */
  public int size() {
    return partition.size() + sort.size();
  }

  /** Whether this is the key of a table whose items may lack the sort attribute. */
  public boolean isOptional(KeyAttribute attribute) {
    return sortOptional && sort.contains(attribute);
  }

  /** The attribute with a name, or null if the key has none of that name. */
  public @Nullable KeyAttribute find(String name) {
    for (KeyAttribute attribute : partition) {
      if (attribute.name().equals(name)) {
        return attribute;
      }
    }
    for (KeyAttribute attribute : sort) {
      if (attribute.name().equals(name)) {
        return attribute;
      }
    }
    return null;
  }
}
