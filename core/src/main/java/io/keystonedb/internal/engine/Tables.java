package io.keystonedb.internal.engine;

import io.keystonedb.ErrorCode;
import io.keystonedb.KeystoneException;
import io.keystonedb.storage.Cursor;
import io.keystonedb.storage.Reader;
import io.keystonedb.storage.Txn;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The definitions of tables in a store. */
public final class Tables {
  private Tables() {}

  /** The table of a name, or null. */
  public static @Nullable TableDefinition find(Reader reader, String name) {
    return (TableDefinition) reader.get(RowKeys.table(name));
  }

  /** The table of a name with a number, or null: there may be another of that name by now. */
  static @Nullable TableDefinition find(Reader reader, String name, int number) {
    TableDefinition table = find(reader, name);
    return table != null && table.number() == number ? table : null;
  }

  /**
   * The table that a data operation names.
   *
   * @param nameOrArn its name or ARN
   * @throws KeystoneException if there is none, or the ARN is malformed
   */
  public static TableDefinition require(Reader reader, String nameOrArn) {
    TableDefinition table = find(reader, TableArn.nameIn(nameOrArn));
    if (table == null || !table.takesRequests()) {
      throw KeystoneException.of(ErrorCode.RESOURCE_NOT_FOUND, "Requested resource not found");
    }
    return table;
  }

  /**
   * Returns the table that a data operation names, after completing table changes that are due, for
   * callers that build a request from its definition.
   *
   * @param nameOrArn its name or ARN
   * @throws KeystoneException if there is none, or the ARN is malformed
   */
  public static TableDefinition require(Engine engine, String nameOrArn) {
    engine.completeDue();
    return engine.read(reader -> require(reader, nameOrArn));
  }

  /**
   * The table of a name or ARN, or null.
   *
   * @throws KeystoneException if the ARN is malformed
   */
  public static @Nullable TableDefinition findNamed(Reader reader, String nameOrArn) {
    return find(reader, TableArn.nameIn(nameOrArn));
  }

  /**
   * The table that an operation on tables names.
   *
   * @param nameOrArn its name or ARN
   * @throws KeystoneException if there is none, or the ARN is malformed
   */
  public static TableDefinition requireNamed(Reader reader, String nameOrArn) {
    String name = TableArn.nameIn(nameOrArn);
    TableDefinition table = find(reader, name);
    if (table == null) {
      throw KeystoneException.of(
          ErrorCode.RESOURCE_NOT_FOUND,
          "Requested resource not found: Table: " + name + " not found");
    }
    return table;
  }

  /**
   * The table of an ARN, or null if this account has none of it.
   *
   * @throws KeystoneException if the ARN is malformed
   */
  public static @Nullable TableDefinition findByArn(Engine engine, Reader reader, String arn) {
    TableDefinition table = find(reader, TableArn.nameInArn(arn));
    return table != null && engine.account().tableArn(table.name()).equals(arn) ? table : null;
  }

  /**
   * Names of tables in UTF-8 order.
   *
   * @param after the name the list starts after, or null
   * @param limit how many at most
   */
  public static List<String> names(Reader reader, @Nullable String after, int limit) {
    byte[] from = after == null ? RowKeys.firstTable() : RowKeys.justAfter(RowKeys.table(after));
    Cursor cursor = reader.range(from, RowKeys.after(RowKeys.firstTable()), false);
    List<String> names = new ArrayList<>();
    while (names.size() < limit && cursor.next()) {
      names.add(((TableDefinition) cursor.value()).name());
    }
    return names;
  }

  /** All tables in the order of their names. */
  public static List<TableDefinition> all(Reader reader) {
    byte[] from = RowKeys.firstTable();
    Cursor cursor = reader.range(from, RowKeys.after(from), false);
    List<TableDefinition> tables = new ArrayList<>();
    while (cursor.next()) {
      tables.add((TableDefinition) cursor.value());
    }
    return tables;
  }

  /** Takes the number of a new table. */
  public static int takeNumber(Txn txn) {
    Integer next = (Integer) txn.get(RowKeys.nextTableNumber());
    int number = next == null ? 1 : next;
    txn.put(RowKeys.nextTableNumber(), number + 1);
    return number;
  }

  /** Adds or replaces a definition. */
  public static void put(Txn txn, TableDefinition table) {
    txn.put(RowKeys.table(table.name()), table);
  }

  /** Removes a table with everything in it; its stream stays readable for a day. */
  static void drop(RequestContext context, Txn txn, TableDefinition table) {
    TableStream stream = table.settings().stream();
    if (stream != null && stream.enabled()) {
      Streams.disable(context, txn, table, stream);
    }
    txn.remove(RowKeys.table(table.name()));
    Jobs.remove(txn, KeyRange.of(RowKeys.allOf(table)));
    if (table.timeToLive() != null) {
      Jobs.remove(txn, KeyRange.of(RowKeys.expiries(table.timeToLive().order())));
    }
  }
}
