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
 * @param lastIndexNumber the highest number that an index of the table ever had; 0 if there never
 *     was one. It is raised to the numbers of the indexes given
 * @param expiry whether items expire; null if nothing was ever said about it
 * @param pending what is under way with the table; null if it is active
 * @param unknown what a newer release has stored with it
 */
public record TableDefinition(
    String name,
    int number,
    UUID id,
    Instant createdAt,
    KeyAttributes key,
    List<AttributeDefinition> attributes,
    List<IndexDefinition> indexes,
    int lastIndexNumber,
    TableSettings settings,
    @Nullable TimeToLive expiry,
    List<Tag> tags,
    @Nullable PendingChange pending,
    List<UnknownMember> unknown) {

  public TableDefinition {
    attributes = List.copyOf(attributes);
    indexes = List.copyOf(indexes);
    for (IndexDefinition index : indexes) {
      lastIndexNumber = Math.max(lastIndexNumber, index.number());
    }
    tags = List.copyOf(tags);
    unknown = List.copyOf(unknown);
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

  /** The index with a number, or null. */
  @Nullable IndexDefinition index(int indexNumber) {
    for (IndexDefinition index : indexes) {
      if (index.number() == indexNumber) {
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

  /** Such as {@code ACTIVE}. */
  public String status() {
    return pending == null ? "ACTIVE" : pending.status();
  }

  /** Whether the table is being made. */
  public boolean isBeingCreated() {
    return pending != null && pending.status().equals(PendingChange.CREATING);
  }

  /** Whether items can be read and written: the table is neither being made nor being deleted. */
  public boolean takesRequests() {
    return pending == null || pending.status().equals("UPDATING");
  }

  /** How items expire; null if they don't. */
  public @Nullable TimeToLive timeToLive() {
    return expiry != null && expiry.enabled() ? expiry : null;
  }

  /** This table with other items expiring. */
  public TableDefinition withTimeToLive(@Nullable TimeToLive newExpiry) {
    return new TableDefinition(
        name,
        number,
        id,
        createdAt,
        key,
        attributes,
        indexes,
        lastIndexNumber,
        settings,
        newExpiry,
        tags,
        pending,
        unknown);
  }

  /** This table with another key of the same attributes. */
  public TableDefinition withKey(KeyAttributes newKey) {
    return new TableDefinition(
        name,
        number,
        id,
        createdAt,
        newKey,
        attributes,
        indexes,
        lastIndexNumber,
        settings,
        expiry,
        tags,
        pending,
        unknown);
  }

  /** This table with other indexes and the definitions of the attributes they need. */
  public TableDefinition withIndexes(
      List<AttributeDefinition> newAttributes, List<IndexDefinition> newIndexes) {
    return new TableDefinition(
        name,
        number,
        id,
        createdAt,
        key,
        newAttributes,
        newIndexes,
        lastIndexNumber,
        settings,
        expiry,
        tags,
        pending,
        unknown);
  }

  /** This table with other settings. */
  public TableDefinition withSettings(TableSettings newSettings) {
    return new TableDefinition(
        name,
        number,
        id,
        createdAt,
        key,
        attributes,
        indexes,
        lastIndexNumber,
        newSettings,
        expiry,
        tags,
        pending,
        unknown);
  }

  /** This table with other tags. */
  public TableDefinition withTags(List<Tag> newTags) {
    return new TableDefinition(
        name,
        number,
        id,
        createdAt,
        key,
        attributes,
        indexes,
        lastIndexNumber,
        settings,
        expiry,
        newTags,
        pending,
        unknown);
  }

  /** This table with something else, or nothing, under way. */
  public TableDefinition withPending(@Nullable PendingChange newPending) {
    return new TableDefinition(
        name,
        number,
        id,
        createdAt,
        key,
        attributes,
        indexes,
        lastIndexNumber,
        settings,
        expiry,
        tags,
        newPending,
        unknown);
  }
}
