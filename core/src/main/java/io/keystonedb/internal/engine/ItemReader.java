package io.keystonedb.internal.engine;

import io.keystonedb.Item;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The items of a database as one run of a request sees them, and what reading them costs. All items
 * are read here. Not thread-safe.
 */
public class ItemReader {
  private final RequestContext context;
  private final RowReader rows;
  private final RowReader items;
  private final Charges charges = new Charges();
  private @Nullable TableRef lastTable;

  /**
   * A run of a request.
   *
   * @param rows in which definitions are looked up
   * @param items in which items are, which may be from an earlier time
   */
  ItemReader(RequestContext context, RowReader rows, RowReader items) {
    this.context = context;
    this.rows = rows;
    this.items = items;
  }

  /** The request that reads. */
  public final RequestContext context() {
    return context;
  }

  /** The rows as this run sees them, for all that is not an item. */
  public RowReader rows() {
    return rows;
  }

  /** What this run has consumed so far. */
  public final Charges charges() {
    return charges;
  }

  /**
   * The table that a data operation names.
   *
   * @param nameOrArn its name or ARN
   * @throws io.keystonedb.KeystoneException if there is none, or the ARN is malformed
   */
  public final TableRef table(String nameOrArn) {
    TableRef table = lastTable;
    if (table == null || !table.name().equals(nameOrArn)) {
      table = new TableRef(nameOrArn, Tables.require(rows, nameOrArn), rows.keys());
      lastTable = table;
    }
    return table;
  }

  /** Returns an item, or null if it does not exist. Adds no charge. */
  public final @Nullable Item get(RowKey<Item> key) {
    return items.get(key);
  }

  /** Returns an item, or null if it does not exist, and charges for the read of one item. */
  public final @Nullable Item get(TableRef table, RowKey<Item> key, Consistency consistency) {
    Item item = get(key);
    charges.of(table.name()).addTable(CapacityUnits.read(bytes(item), consistency));
    return item;
  }

  /** Returns several items at once, with null for those that do not exist. Adds no charge. */
  public final List<@Nullable Item> getAll(List<RowKey<Item>> keys) {
    return items.getAll(RowKind.ITEM, keys);
  }

  /** Charges for the read of an item, or of a missing item, in a transaction. */
  public final void chargeInTransaction(TableRef table, @Nullable Item item) {
    charges.of(table.name()).addTable(CapacityUnits.transactionalRead(bytes(item)));
  }

  private static int bytes(@Nullable Item item) {
    return item == null ? 0 : item.sizeBytes();
  }

  /**
   * A page of items or index entries; see {@link PageReader}.
   *
   * @param ranges what to read, one after the other
   * @param limit how many to read at most, before the filter
   * @param filter which of them to keep
   */
  public final PageReader.Page page(
      List<RowRange<Item>> ranges, boolean descending, int limit, Predicate<Item> filter) {
    return PageReader.read(items, ranges, descending, limit, filter);
  }

  /** Whether the next item that the request comes to is taken to be held by a transaction. */
  public final boolean isNextItemHeld() {
    return context.isNextItemHeld();
  }
}
