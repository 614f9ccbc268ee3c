package io.keystonedb.internal.engine;

import io.keystonedb.Dials;
import io.keystonedb.Item;
import io.keystonedb.Value;
import io.keystonedb.storage.Cursor;
import io.keystonedb.storage.Reader;
import io.keystonedb.storage.Txn;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Items in the order in which they expire, and their deletion.
 *
 * <p>An item expires when its attribute is a number of seconds since the epoch that lies in the
 * past, but no more than five years.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/howitworks-ttl.html">How
 *     it works: Time to Live</a>
 */
public final class Expiry {
  private static final long FIVE_YEARS_SECONDS = 5L * 365 * 24 * 60 * 60;

  private static final BigDecimal LARGEST_SECOND = BigDecimal.valueOf(Long.MAX_VALUE);

  private Expiry() {}

  /** Keeps the order by expiry in step with a write. */
  static void move(
      Txn txn,
      TableDefinition table,
      String attribute,
      byte[] rowKey,
      @Nullable Item before,
      @Nullable Item after) {
    Long old = secondOf(before, attribute);
    Long now = secondOf(after, attribute);
    if (old != null && !old.equals(now)) {
      txn.remove(RowKeys.expiry(table, old, rowKey));
    }
    if (now != null && !now.equals(old)) {
      txn.put(RowKeys.expiry(table, now, rowKey), rowKey);
    }
  }

  private static @Nullable Long secondOf(@Nullable Item item, String attribute) {
    if (item == null || !(item.get(attribute) instanceof Value.N number)) {
      return null;
    }
    BigDecimal second = number.toBigDecimal();
    boolean inRange = second.signum() >= 0 && second.compareTo(LARGEST_SECOND) <= 0;
    return inRange ? second.longValue() : null;
  }

  /** Changes whether items of a table expire. */
  public static void change(Txn txn, TableDefinition table, TimeToLive timeToLive) {
    Tables.removeAll(txn, RowKeys.allExpiries(table));
    Tables.put(txn, table.withTimeToLive(timeToLive));
    if (!timeToLive.enabled()) {
      return;
    }
    String attribute = timeToLive.attribute();
    byte[] rows = RowKeys.allOf(table, 0);
    Cursor cursor = txn.range(rows, RowKeys.after(rows), false);
    List<Runnable> entries = new ArrayList<>();
    while (cursor.next()) {
      byte[] rowKey = cursor.key();
      Item item = (Item) cursor.value();
      entries.add(() -> move(txn, table, attribute, rowKey, null, item));
    }
    entries.forEach(Runnable::run);
  }

  /** Deletes every item that has expired by the clock of the database, and says how many. */
  public static int deleteExpired(Engine engine) {
    return deleteExpired(engine, engine.clock().epochSeconds());
  }

  /** Deletes the items that have been expired for as long as the dial lets them stay. */
  public static void deleteDue(Engine engine) {
    Duration stay = engine.dials().expiredItemsStay();
    if (!stay.equals(Dials.UNTIL_ASKED)) {
      deleteExpired(engine, engine.clock().epochSeconds() - stay.toSeconds());
    }
  }

  private static int deleteExpired(Engine engine, long now) {
    int deleted = 0;
    for (TableDefinition table : engine.read(Tables::all)) {
      if (table.timeToLive() != null && !engine.<Boolean>read(r -> due(r, table, now).isEmpty())) {
        RequestContext context = RequestContext.anonymous(engine, EntryPoint.SERVICE);
        deleted += engine.<Integer>write(context, store -> deleteDue(store, table.name(), now));
      }
    }
    return deleted;
  }

  private static int deleteDue(ItemStore store, String tableName, long now) {
    TableDefinition table = Tables.find(store.txn(), tableName);
    if (table == null || table.timeToLive() == null) {
      return 0;
    }
    List<byte[]> due = due(store.txn(), table, now);
    for (byte[] rowKey : due) {
      store.expire(table, new RowKey(rowKey));
    }
    return due.size();
  }

  /** Keys of the items that expired before a second. */
  private static List<byte[]> due(Reader reader, TableDefinition table, long now) {
    byte[] from = RowKeys.expiryUpTo(table, Math.max(0, now - FIVE_YEARS_SECONDS));
    Cursor cursor = reader.range(from, RowKeys.expiryUpTo(table, now), false);
    List<byte[]> due = new ArrayList<>();
    while (cursor.next()) {
      due.add((byte[]) cursor.value());
    }
    return due;
  }
}
