package io.keystonedb.internal.engine;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The capacity that a request consumes on one table and its indexes, in units. Not thread-safe. */
public final class TableCharge {
  private final String tableName;
  private double tableUnits;
  private @Nullable Map<String, Double> localUnits;
  private @Nullable Map<String, Double> globalUnits;

  /**
   * A charge of nothing.
   *
   * @param tableName as in the request: name or ARN
   */
  public TableCharge(String tableName) {
    this.tableName = tableName;
  }

  /** The table as the request names it. */
  public String tableName() {
    return tableName;
  }

  /** Units on the table itself. */
  public double tableUnits() {
    return tableUnits;
  }

  /** Units on local indexes, by name. */
  public Map<String, Double> localUnits() {
    return orEmpty(localUnits);
  }

  /** Units on global indexes, by name. */
  public Map<String, Double> globalUnits() {
    return orEmpty(globalUnits);
  }

  private static Map<String, Double> orEmpty(@Nullable Map<String, Double> units) {
    return units == null ? Map.of() : Collections.unmodifiableMap(units);
  }

  /** Units in all. */
  public double totalUnits() {
    return tableUnits + sum(localUnits()) + sum(globalUnits());
  }

  private static double sum(Map<String, Double> units) {
    double sum = 0;
    for (double each : units.values()) {
      sum += each;
    }
    return sum;
  }

  /** Adds units on the table itself. */
  public TableCharge addTable(double units) {
    tableUnits += units;
    return this;
  }

  /** Adds units on an index. */
  public TableCharge addIndex(IndexDefinition index, double units) {
    if (index.global()) {
      globalUnits = added(globalUnits, index.name(), units);
    } else {
      localUnits = added(localUnits, index.name(), units);
    }
    return this;
  }

  /** Adds another charge on the same table. */
  public void add(TableCharge other) {
    tableUnits += other.tableUnits;
    for (Map.Entry<String, Double> entry : other.localUnits().entrySet()) {
      localUnits = added(localUnits, entry.getKey(), entry.getValue());
    }
    for (Map.Entry<String, Double> entry : other.globalUnits().entrySet()) {
      globalUnits = added(globalUnits, entry.getKey(), entry.getValue());
    }
  }

  private static Map<String, Double> added(
      @Nullable Map<String, Double> units, String index, double more) {
    Map<String, Double> sum = units == null ? new TreeMap<>() : units;
    Double before = sum.get(index);
    sum.put(index, before == null ? more : before + more);
    return sum;
  }
}
