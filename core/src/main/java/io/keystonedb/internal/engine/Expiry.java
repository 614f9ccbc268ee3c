package io.keystonedb.internal.engine;

import io.keystonedb.Dials;
import io.keystonedb.Item;
import io.keystonedb.Value;
import io.keystonedb.internal.engine.RowKind.Marker;
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
      RowWriter rows,
      TimeToLive timeToLive,
      RowKey<Item> key,
      @Nullable Item before,
      @Nullable Item after) {
    Long old = secondOf(before, timeToLive.attribute());
    Long now = secondOf(after, timeToLive.attribute());
    if (old != null && !old.equals(now)) {
      rows.remove(rows.keys().expiry(timeToLive.order(), old, key));
    }
    if (now != null && !now.equals(old)) {
      rows.put(rows.keys().expiry(timeToLive.order(), now, key), Marker.PRESENT);
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
      RowWriter rows, TableDefinition table, String attribute, boolean enabled, Instant now) {
    TimeToLive before = table.timeToLive();
    if (before != null) {
      Jobs.remove(rows, rows.keys().expiries(before.order()));
    }
    TimeToLive timeToLive = new TimeToLive(attribute, enabled, now, Tables.takeNumber(rows));
    if (enabled) {
      Jobs.add(rows, Job.ExpiryFill.of(rows.keys(), table, timeToLive));
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
      while (engine.<Boolean>read(rows -> !due(rows, table, now, 1).isEmpty())) {
        RequestContext context = RequestContext.anonymous(engine, EntryPoint.SERVICE);
        deleted += engine.<Integer>write(context, store -> deleteBatch(store, table, now));
      }
    }
    return deleted;
  }

  private static int deleteBatch(ItemStore store, TableDefinition known, long now) {
    TableDefinition table = Tables.find(store.rows(), known.name(), known.number());
    if (table == null) {
      return 0;
    }
    // The item itself, its place in the order of expiry and in the stream, and its entries.
    int rowsPerItem = 3 + table.indexes().size();
    List<RowKey<Item>> due = due(store.rows(), table, now, Jobs.BATCH_ROWS / rowsPerItem);
    for (RowKey<Item> key : due) {
      store.expire(table, key);
    }
    return due.size();
  }

  /** The keys of the first of the items that expired before a second. */
  private static List<RowKey<Item>> due(
      RowReader rows, TableDefinition known, long now, int limit) {
    TableDefinition table = Tables.find(rows, known.name(), known.number());
    TimeToLive timeToLive = table == null ? null : table.timeToLive();
    if (timeToLive == null) {
      return List.of();
    }
    RowKeys keys = rows.keys();
    RowRange<Marker> range =
        keys.expiries(timeToLive.order(), Math.max(0, now - FIVE_YEARS_SECONDS), now);
    return RowBatch.read(rows, range, limit).rows().stream()
        .map(row -> keys.expiring(known, row.key()))
        .toList();
  }
}
