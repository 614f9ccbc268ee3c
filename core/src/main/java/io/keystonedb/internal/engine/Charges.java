package io.keystonedb.internal.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * The capacity that a request consumes, by table. It is always measured; an answer shows it if it
 * was asked to. Each run of a body has charges of its own, which are added to those of the request
 * once the run that counts has ended. Not thread-safe.
 */
public final class Charges {
  private final List<TableCharge> tables = new ArrayList<>(1);

  /**
   * The charge on a table, to be added to.
   *
   * @param tableName as in the request: name or ARN
   */
  public TableCharge of(String tableName) {
    // Nearly all requests have one table, and none has more than a hundred.
    for (TableCharge charge : tables) {
      if (charge.tableName().equals(tableName)) {
        return charge;
      }
    }
    TableCharge charge = new TableCharge(tableName);
    tables.add(charge);
    return charge;
  }

  /** The charges on the tables, in the order in which the request came to them. */
  public List<TableCharge> tables() {
    return List.copyOf(tables);
  }

  /** Adds the charges of a run. */
  void add(Charges run) {
    for (TableCharge charge : run.tables) {
      of(charge.tableName()).add(charge);
    }
  }
}
