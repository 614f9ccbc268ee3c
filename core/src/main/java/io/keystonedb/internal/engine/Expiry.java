package io.keystonedb.internal.engine;

import io.keystonedb.Dials;
import io.keystonedb.Item;
import io.keystonedb.Value;
import io.keystonedb.storage.Reader;
import io.keystonedb.storage.Txn;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
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
      Txn txn, TimeToLive timeToLive, byte[] rowKey, @Nullable Item before, @Nullable Item after) {
    Long old = secondOf(before, timeToLive.attribute());
    Long now = secondOf(after, timeToLive.attribute());
    if (old != null && !old.equals(now)) {
      txn.remove(RowKeys.expiry(timeToLive.order(), old, rowKey));
    }
    if (now != null && !now.equals(old)) {
      txn.put(RowKeys.expiry(timeToLive.order(), now, rowKey), rowKey);
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

  /**
   * Changes whether items of a table expire.
   *
   * @return the definition to be stored
   */
  public static TableDefinition change(
      Txn txn, TableDefinition table, String attribute, boolean enabled, Instant now) {
    TimeToLive before = table.timeToLive();
    if (before != null) {
      Jobs.remove(txn, KeyRange.of(RowKeys.expiries(before.order())));
    }
    TimeToLive timeToLive = new TimeToLive(attribute, enabled, now, Tables.takeNumber(txn));
    if (enabled) {
      Jobs.add(txn, Job.ExpiryFill.of(table, timeToLive));
    }
    return table.withTimeToLive(timeToLive);
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
    engine.completeAll();
    int deleted = 0;
    for (TableDefinition table : engine.read(Tables::all)) {
      while (engine.<Boolean>read(reader -> !due(reader, table, now, 1).isEmpty())) {
        RequestContext context = RequestContext.anonymous(engine, EntryPoint.SERVICE);
        deleted += engine.<Integer>write(context, store -> deleteBatch(store, table, now));
      }
    }
    return deleted;
  }

  private static int deleteBatch(ItemStore store, TableDefinition known, long now) {
    TableDefinition table = Tables.find(store.txn(), known.name(), known.number());
    if (table == null) {
      return 0;
    }
    // The item itself, its place in the order of expiry and in the stream, and its entries.
    int rowsPerItem = 3 + table.indexes().size();
    List<RowBatch.Row> due = due(store.txn(), table, now, Jobs.BATCH_ROWS / rowsPerItem);
    for (RowBatch.Row row : due) {
      store.expire(table, new RowKey((byte[]) row.value()));
    }
    return due.size();
  }

  /** The first of the items that expired before a second, with their keys. */
  private static List<RowBatch.Row> due(Reader reader, TableDefinition known, long now, int limit) {
    TableDefinition table = Tables.find(reader, known.name(), known.number());
    TimeToLive timeToLive = table == null ? null : table.timeToLive();
    if (timeToLive == null) {
      return List.of();
    }
    byte[] from = RowKeys.expiry(timeToLive.order(), Math.max(0, now - FIVE_YEARS_SECONDS));
    byte[] to = RowKeys.expiry(timeToLive.order(), now);
    return RowBatch.read(reader, new KeyRange(from, to), limit).rows();
  }
}
