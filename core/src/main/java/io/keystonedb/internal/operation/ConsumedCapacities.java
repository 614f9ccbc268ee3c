package io.keystonedb.internal.operation;

import io.keystonedb.internal.engine.ItemReader;
import io.keystonedb.internal.engine.TableCharge;
import io.keystonedb.internal.model.Capacity;
import io.keystonedb.internal.model.ConsumedCapacity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What answers show of the capacity that a request consumes. */
final class ConsumedCapacities {

  /** What is counted, which decides the members in which answers show it. */
  enum Kind {
    /** Single-item, batch and query operations: {@code CapacityUnits} alone. */
    PLAIN,
    /** Reads in transactions: {@code ReadCapacityUnits} as well. */
    TRANSACTIONAL_READ,
    /** Writes in transactions: {@code WriteCapacityUnits} as well. */
    TRANSACTIONAL_WRITE
  }

  private ConsumedCapacities() {}

  /**
   * What an answer about one table shows.
   *
   * @param level {@code NONE}, {@code TOTAL} or {@code INDEXES}; null means {@code NONE}
   * @return null if the request does not ask
   */
  static @Nullable ConsumedCapacity of(TableCharge charge, @Nullable String level, Kind kind) {
    if (level == null || level.equals("NONE")) {
      return null;
    }
    double total = charge.totalUnits();
    boolean indexes = level.equals("INDEXES");
    return new ConsumedCapacity(
        charge.tableName(),
        total,
        kind == Kind.TRANSACTIONAL_READ ? total : null,
        kind == Kind.TRANSACTIONAL_WRITE ? total : null,
        indexes ? capacity(charge.tableUnits(), kind) : null,
        indexes ? capacities(charge.localUnits(), kind) : null,
        indexes ? capacities(charge.globalUnits(), kind) : null);
  }

  /** What the answer to a request about one item shows; null if the request does not ask. */
  static @Nullable ConsumedCapacity of(ItemReader run, String tableName, @Nullable String level) {
    return of(run.charges().of(tableName), level, Kind.PLAIN);
  }

  /** What an answer about several tables shows; null if the request does not ask, or for none. */
  static @Nullable List<ConsumedCapacity> of(
      List<TableCharge> charges, @Nullable String level, Kind kind) {
    List<ConsumedCapacity> shown = new ArrayList<>();
    for (TableCharge charge : charges) {
      ConsumedCapacity one = of(charge, level, kind);
      if (one != null) {
        shown.add(one);
      }
    }
    return shown.isEmpty() ? null : shown;
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
