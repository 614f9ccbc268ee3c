package io.keystonedb.internal.engine;

import io.keystonedb.internal.model.AttributeDefinition;
import io.keystonedb.internal.model.Tag;
import io.keystonedb.internal.value.KeyAttributes;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A table as it was defined: an immutable value that lives in the store under the table's name.
 *
 * @param number its place in the layout of keys; never used again in the same database
 * @param id new for each creation
 * @param attributes all key attributes, in the order in which they were declared
 * @param indexes local and global ones, in the order in which they were declared
 * @param timeToLive the attribute that holds the time of expiry; null if items don't expire
 */
public record TableDefinition(
    String name,
    int number,
    UUID id,
    Instant createdAt,
    KeyAttributes key,
    List<AttributeDefinition> attributes,
    List<IndexDefinition> indexes,
    TableSettings settings,
    @Nullable String timeToLive,
    List<Tag> tags) {

  public TableDefinition {
    attributes = List.copyOf(attributes);
    indexes = List.copyOf(indexes);
    tags = List.copyOf(tags);
  }

  /** The index of a name, or null. */
  public @Nullable IndexDefinition index(String indexName) {
    for (IndexDefinition index : indexes) {
      if (index.name().equals(indexName)) {
        return index;
      }
    }
    return null;
  }

  /** Whether the table has local secondary indexes, and so item collections with a size. */
  public boolean hasLocalIndexes() {
    for (IndexDefinition index : indexes) {
      if (!index.global()) {
        return true;
      }
    }
    return false;
  }

  /** This table with another attribute for the time of expiry. */
  public TableDefinition withTimeToLive(@Nullable String attribute) {
    return new TableDefinition(
        name, number, id, createdAt, key, attributes, indexes, settings, attribute, tags);
  }

  /** This table with another key of the same attributes. */
  public TableDefinition withKey(KeyAttributes newKey) {
    return new TableDefinition(
        name, number, id, createdAt, newKey, attributes, indexes, settings, timeToLive, tags);
  }
}
