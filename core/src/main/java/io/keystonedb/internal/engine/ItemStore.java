package io.keystonedb.internal.engine;

import io.keystonedb.Item;
import io.keystonedb.KeystoneException;
import io.keystonedb.internal.engine.ItemChange.Cause;
import io.keystonedb.internal.engine.ItemTarget.Decision;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The items of a database in one run of a write, and the only code that writes them. A write is
 * three steps: {@link #find}, {@link #decide} and {@link #write(StoredItem, Decision, int)}. A
 * batch finds all its items before it writes any, and a transaction decides on all before it writes
 * any; {@link #write(ItemWrite)} takes the steps in a row.
 *
 * <p>It knows neither expressions nor requests. Whatever follows from the change of an item is a
 * {@link ChangeConsumer}. Not thread-safe.
 */
public final class ItemStore extends ItemReader {
  /** In the order in which they see a change. */
  private static final ChangeConsumer[] CONSUMERS = {
    new ItemRows(), new IndexRows(), new ExpiryRows(), new StreamWriter()
  };

  private final RowWriter rows;

  ItemStore(RequestContext context, RowWriter rows) {
    super(context, rows, rows);
    this.rows = rows;
  }

  @Override
  public RowWriter rows() {
    return rows;
  }

  /**
   * Looks up the item that a write is about.
   *
   * @throws KeystoneException what fails the request
   */
  public StoredItem find(TableRef table, ItemWrite write) {
    ItemTarget target = write.locate(table);
    RowKey<Item> key = target.key();
    return new StoredItem(table, target, key == null ? null : get(key));
  }

  /**
   * Decides what is to be stored; a refused write is charged.
   *
   * @throws KeystoneException why the write fails
   */
  public Decision decide(StoredItem stored) {
    try {
      return stored.target().decide(stored.before());
    } catch (KeystoneException e) {
      charges()
          .of(stored.table().name())
          .addTable(CapacityUnits.write(stored.target().failedBytes(stored.before())));
      throw e;
    }
  }

  /**
   * Writes what was decided, with all that follows from it.
   *
   * @param tableFactor 2 in transactions, which count twice on the table; 1 otherwise
   */
  public Written write(StoredItem stored, Decision decision, int tableFactor) {
    TableRef table = stored.table();
    Written written = new Written(table, stored.before(), decision.after());
    TableCharge charge = charges().of(table.name());
    charge.addTable(CapacityUnits.write(written.largerBytes()) * tableFactor);
    if (decision.writes()) {
      RowKey<Item> key = Objects.requireNonNull(stored.target().key());
      ItemChange change =
          change(table.definition(), key, written.before(), written.after(), Cause.REQUEST);
      for (EntryChange entry : change.entries()) {
        charge.addIndex(entry.index(), entry.units());
      }
    }
    return written;
  }

  /**
   * Writes one item.
   *
   * @throws KeystoneException why it fails
   */
  public Written write(ItemWrite write) {
    StoredItem stored = find(table(write.table()), write);
    if (isNextItemHeld()) {
      throw Conflicts.conflict();
    }
    return write(stored, decide(stored), 1);
  }

  /** Deletes an item because it expired. */
  void expire(TableDefinition table, RowKey<Item> key) {
    change(table, key, get(key), null, Cause.EXPIRED);
  }

  private ItemChange change(
      TableDefinition table,
      RowKey<Item> key,
      @Nullable Item before,
      @Nullable Item after,
      Cause cause) {
    ItemChange change = ItemChange.of(context(), table, key, before, after, cause);
    for (ChangeConsumer consumer : CONSUMERS) {
      consumer.accept(rows, change);
    }
    return change;
  }
}
