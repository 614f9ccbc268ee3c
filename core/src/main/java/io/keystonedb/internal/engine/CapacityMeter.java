package io.keystonedb.internal.engine;

import io.keystonedb.Item;
import io.keystonedb.internal.model.Capacity;
import io.keystonedb.internal.model.ConsumedCapacity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Adds up what a request consumes on one table and its indexes.
 *
 * <p>A read unit is 4 KB read strongly consistently or 8 KB eventually, a write unit 1 KB written.
 * Not thread-safe.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html">Read
 *     and write operations</a>
 */
public final class CapacityMeter {

  /** What is counted, which decides the members in which answers show it. */
  public enum Kind {
    /** Single-item, batch and query operations: {@code CapacityUnits} alone. */
    PLAIN,
    /** Reads in transactions: {@code ReadCapacityUnits} as well. */
    TRANSACTIONAL_READ,
    /** Writes in transactions: {@code WriteCapacityUnits} as well. */
    TRANSACTIONAL_WRITE
  }

  private static final int READ_UNIT_BYTES = 4096;
  private static final int WRITE_UNIT_BYTES = 1024;

  private final String tableName;
  private double tableUnits;
  private final Map<String, Double> localUnits = new TreeMap<>();
  private final Map<String, Double> globalUnits = new TreeMap<>();

  /**
   * A meter at zero.
   *
   * @param tableName as in the request: name or ARN
   */
  public CapacityMeter(String tableName) {
    this.tableName = tableName;
  }

  /** What the answer to the write of one item shows; null if the request does not ask. */
  public static @Nullable ConsumedCapacity ofWrite(
      String tableName,
      @Nullable String level,
      TableDefinition table,
      @Nullable Item before,
      @Nullable Item after) {
    if (!isWanted(level)) {
      return null;
    }
    return new CapacityMeter(tableName).addWrite(table, before, after, 1).report(level, Kind.PLAIN);
  }

  /** Units of reading so many bytes at once; at least one, halved if eventually consistent. */
  public static double readUnits(long bytes, boolean consistent) {
    double units = Math.max(1, (bytes + READ_UNIT_BYTES - 1) / READ_UNIT_BYTES);
    return consistent ? units : units / 2;
  }

  /** Units of writing an item or entry of so many bytes; at least one. */
  public static double writeUnits(int bytes) {
    return Math.max(1, (bytes + WRITE_UNIT_BYTES - 1) / WRITE_UNIT_BYTES);
  }

  /** Adds units on the table. */
  public CapacityMeter addTable(double units) {
    tableUnits += units;
    return this;
  }

  /** Adds units on an index. */
  public CapacityMeter addIndex(IndexDefinition index, double units) {
    (index.global() ? globalUnits : localUnits).merge(index.name(), units, Double::sum);
    return this;
  }

  /**
   * Adds a write of an item.
   *
   * @param before what was stored; null if nothing was
   * @param after what is stored then; null for nothing
   * @param tableFactor 2 in transactions, which count twice on the table; 1 otherwise
   */
  public CapacityMeter addWrite(
      TableDefinition table, @Nullable Item before, @Nullable Item after, int tableFactor) {
    int larger = Math.max(sizeOf(before), sizeOf(after));
    addTable(writeUnits(larger) * tableFactor);
    for (IndexDefinition index : table.indexes()) {
      double units = entryUnits(table, index, index.entryOf(before), index.entryOf(after));
      if (units > 0) {
        addIndex(index, units);
      }
    }
    return this;
  }

  private static double entryUnits(
      TableDefinition table,
      IndexDefinition index,
      @Nullable Item oldEntry,
      @Nullable Item newEntry) {
    if (oldEntry == null && newEntry == null) {
      return 0;
    }
    if (oldEntry == null || newEntry == null) {
      return writeUnits(Math.max(sizeOf(oldEntry), sizeOf(newEntry)));
    }
    if (oldEntry.equals(newEntry)) {
      return 0;
    }
    double oldUnits = writeUnits(oldEntry.sizeBytes());
    double newUnits = writeUnits(newEntry.sizeBytes());
    boolean moved =
        !KeyChecks.keyOf(table, index, oldEntry).equals(KeyChecks.keyOf(table, index, newEntry));
    return moved ? oldUnits + newUnits : Math.max(oldUnits, newUnits);
  }

  private static int sizeOf(@Nullable Item item) {
    return item == null ? 0 : item.sizeBytes();
  }

  /**
   * What the answer shows.
   *
   * @param level {@code NONE}, {@code TOTAL} or {@code INDEXES}; null means {@code NONE}
   */
  public @Nullable ConsumedCapacity report(@Nullable String level, Kind kind) {
    if (!isWanted(level)) {
      return null;
    }
    double total = tableUnits + sum(localUnits) + sum(globalUnits);
    boolean indexes = "INDEXES".equals(level);
    return new ConsumedCapacity(
        tableName,
        total,
        kind == Kind.TRANSACTIONAL_READ ? total : null,
        kind == Kind.TRANSACTIONAL_WRITE ? total : null,
        indexes ? capacity(tableUnits, kind) : null,
        indexes ? capacities(localUnits, kind) : null,
        indexes ? capacities(globalUnits, kind) : null);
  }

  /** What an answer about several tables shows; null if the request does not ask. */
  public static @Nullable List<ConsumedCapacity> reports(
      Collection<CapacityMeter> meters, @Nullable String level, Kind kind) {
    if (!isWanted(level)) {
      return null;
    }
    List<ConsumedCapacity> reports = new ArrayList<>();
    for (CapacityMeter meter : meters) {
      ConsumedCapacity report = meter.report(level, kind);
      if (report != null) {
        reports.add(report);
      }
    }
    return reports;
  }

  /** Whether a request asks for consumed capacity at all. */
  public static boolean isWanted(@Nullable String level) {
    return level != null && !level.equals("NONE");
  }

  private static double sum(Map<String, Double> units) {
    return units.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  private static @Nullable Map<String, Capacity> capacities(Map<String, Double> units, Kind kind) {
    if (units.isEmpty()) {
      return null;
    }
    Map<String, Capacity> capacities = new TreeMap<>();
    units.forEach((name, value) -> capacities.put(name, capacity(value, kind)));
    return capacities;
  }

  private static Capacity capacity(double units, Kind kind) {
    return new Capacity(
        kind == Kind.TRANSACTIONAL_READ ? units : null,
        kind == Kind.TRANSACTIONAL_WRITE ? units : null,
        units);
  }
}
