package io.keystonedb.internal.engine;

import io.keystonedb.Item;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of an item with all that follows from it, worked out once for all {@link
 * ChangeConsumer}s.
 *
 * @param before what was stored; null if nothing was
 * @param after what is to be stored; null for nothing
 * @param entries the changes of index entries, in the order of the indexes
 */
record ItemChange(
    RequestContext context,
    TableDefinition table,
    RowKey<Item> key,
    @Nullable Item before,
    @Nullable Item after,
    List<EntryChange> entries,
    Cause cause) {

  /** Why an item changes. */
  enum Cause {
    /** A request asks for it. */
    REQUEST,
    /** The item expired, and the service itself deletes it. */
    EXPIRED
  }

  static ItemChange of(
      RequestContext context,
      TableDefinition table,
      RowKey<Item> key,
      @Nullable Item before,
      @Nullable Item after,
      Cause cause) {
    return new ItemChange(
        context, table, key, before, after, entries(context, table, before, after), cause);
  }

  private static List<EntryChange> entries(
      RequestContext context, TableDefinition table, @Nullable Item before, @Nullable Item after) {
    if (table.indexes().isEmpty()) {
      return List.of();
    }
    RowKeys keys = context.engine().keys();
    List<EntryChange> entries = new ArrayList<>();
    for (IndexDefinition index : table.indexes()) {
      EntryChange change = EntryChange.of(keys, table, index, before, after);
      if (change != null) {
        entries.add(change);
      }
    }
    return entries;
  }

  /** When it happens: all changes of a request happen at one time. */
  Instant time() {
    return context.now();
  }
}
