package io.keystonedb.internal.engine;

import io.keystonedb.Item;
import io.keystonedb.internal.model.OnDemandThroughput;
import io.keystonedb.internal.model.Projection;
import io.keystonedb.internal.model.ProvisionedThroughput;
import io.keystonedb.internal.model.WarmThroughput;
import io.keystonedb.internal.value.KeyAttribute;
import io.keystonedb.internal.value.KeyAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A secondary index of a table.
 *
 * @param number its place in the layout of keys, 1 to {@link #MAX_NUMBER}; never used again in the
 *     same table
 * @param global whether it is global; local otherwise
 * @param projected the attributes an entry holds, keys included; null if it holds all
 * @param throughput null for an index of a table on demand
 * @param pending what is under way with the index; null if it is active
 * @param unknown what a newer release has stored with it
 */
public record IndexDefinition(
    String name,
    int number,
    boolean global,
    KeyAttributes key,
    Projection projection,
    @Nullable Set<String> projected,
    @Nullable ProvisionedThroughput throughput,
    ThroughputHistory throughputHistory,
    @Nullable OnDemandThroughput onDemandThroughput,
    @Nullable WarmThroughput warmThroughput,
    @Nullable PendingChange pending,
    List<UnknownMember> unknown) {

  public IndexDefinition {
    unknown = List.copyOf(unknown);
  }

  /** The largest number of an index: it has two bytes in {@link RowKeys}. */
  public static final int MAX_NUMBER = 0xFFFF;

  /** A definition whose projected attributes follow from projection and keys. */
  public static IndexDefinition of(
      String name,
      int number,
      boolean global,
      KeyAttributes key,
      KeyAttributes tableKey,
      Projection projection,
      @Nullable ProvisionedThroughput throughput,
      @Nullable OnDemandThroughput onDemandThroughput,
      @Nullable WarmThroughput warmThroughput) {
    return new IndexDefinition(
        name,
        number,
        global,
        key,
        projection,
        projected(key, tableKey, projection),
        throughput,
        ThroughputHistory.NONE,
        onDemandThroughput,
        warmThroughput,
        null,
        List.of());
  }

  /** The attributes that entries hold, or null if they hold all. */
  public static @Nullable Set<String> projected(
      KeyAttributes key, KeyAttributes tableKey, Projection projection) {
    if ("ALL".equals(projection.projectionType())) {
      return null;
    }
    Set<String> projected = new HashSet<>();
    for (KeyAttribute attribute : key.all()) {
      projected.add(attribute.name());
    }
    for (KeyAttribute attribute : tableKey.all()) {
      projected.add(attribute.name());
    }
    projected.addAll(nonKeyAttributes(projection));
    return Set.copyOf(projected);
  }

  /** Such as {@code ACTIVE}. */
  public String status() {
    return pending == null ? "ACTIVE" : pending.status();
  }

  /** Whether the index is being made and can't be read yet. */
  public boolean isBackfilling() {
    return pending != null && pending.status().equals(PendingChange.CREATING);
  }

  /** Whether the index is being deleted and no longer written or read. */
  public boolean isBeingDeleted() {
    return pending != null && pending.status().equals(PendingChange.DELETING);
  }

  /** This index with other throughput. */
  public IndexDefinition withThroughput(
      @Nullable ProvisionedThroughput newThroughput,
      ThroughputHistory newHistory,
      @Nullable OnDemandThroughput newOnDemand,
      @Nullable WarmThroughput newWarm) {
    return new IndexDefinition(
        name,
        number,
        global,
        key,
        projection,
        projected,
        newThroughput,
        newHistory,
        newOnDemand,
        newWarm,
        pending,
        unknown);
  }

  /** This index with something else, or nothing, under way. */
  public IndexDefinition withPending(@Nullable PendingChange newPending) {
    return new IndexDefinition(
        name,
        number,
        global,
        key,
        projection,
        projected,
        throughput,
        throughputHistory,
        onDemandThroughput,
        warmThroughput,
        newPending,
        unknown);
  }

  private static List<String> nonKeyAttributes(Projection projection) {
    return projection.nonKeyAttributes() == null ? List.of() : projection.nonKeyAttributes();
  }

  /** Whether an entry holds an attribute, if the item has it. */
  public boolean projects(String attribute) {
    return projected == null || projected.contains(attribute);
  }

  /**
   * Whether the index takes an entry for an item: the index is not being deleted, and the item has
   * every key attribute, in its type, and they are fit for a key, which those of items from before
   * the index need not be.
   */
  private boolean takes(Item item) {
    return !isBeingDeleted() && KeyChecks.holds(key, item) && KeyChecks.isFit(key, item);
  }

  /** What an entry for an item holds, or null if the index takes none for it. */
  public @Nullable Item entryOf(@Nullable Item item) {
    if (item == null || !takes(item)) {
      return null;
    }
    if (projected == null) {
      return item;
    }
    Item.Appender entry = Item.appender(Math.min(projected.size(), item.size()));
    for (int i = 0; i < item.size(); i++) {
      if (projected.contains(item.nameAt(i))) {
        entry.append(item.nameAt(i), item.valueAt(i));
      }
    }
    return entry.toItem();
  }
}
