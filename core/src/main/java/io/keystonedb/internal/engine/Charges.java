package io.keystonedb.internal.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The capacity that a request consumes, by table. It is always measured; an answer shows it if it
 * was asked to. Each run of a body has charges of its own, which become the request's once the run
 * that counts has ended. Not thread-safe.
 */
public final class Charges {
  /** Nearly all requests have one table. */
  private @Nullable TableCharge first;

  private List<TableCharge> others = List.of();

  /**
   * The charge on a table, to be added to.
   *
   * @param tableName as in the request: name or ARN
   */
  public TableCharge of(String tableName) {
    if (first == null) {
      first = new TableCharge(tableName);
      return first;
    }
    if (first.tableName().equals(tableName)) {
      return first;
    }
    for (TableCharge charge : others) {
      if (charge.tableName().equals(tableName)) {
        return charge;
      }
    }
    if (others.isEmpty()) {
      others = new ArrayList<>();
    }
    TableCharge charge = new TableCharge(tableName);
    others.add(charge);
    return charge;
  }

  /** The charges on the tables, in the order in which the request came to them. */
  public List<TableCharge> tables() {
    if (first == null) {
      return List.of();
    }
    List<TableCharge> tables = new ArrayList<>(1 + others.size());
    tables.add(first);
    tables.addAll(others);
    return tables;
  }

  /** Adds the charges of a run. */
  void add(Charges run) {
    for (TableCharge charge : run.tables()) {
      of(charge.tableName()).add(charge);
    }
  }
}
