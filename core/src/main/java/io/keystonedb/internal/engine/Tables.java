package io.keystonedb.internal.engine;

import io.keystonedb.ErrorCode;
import io.keystonedb.KeystoneException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The definitions of tables in a store. */
public final class Tables {
  private Tables() {}

  /** The table of a name, or null. */
  public static @Nullable TableDefinition find(RowReader rows, String name) {
    return rows.get(rows.keys().table(name));
  }

  /** The table of a name with a number, or null: there may be another of that name by now. */
  static @Nullable TableDefinition find(RowReader rows, String name, int number) {
    TableDefinition table = find(rows, name);
    return table != null && table.number() == number ? table : null;
  }

  /**
   * The table that a data operation names.
   *
   * @param nameOrArn its name or ARN
   * @throws KeystoneException if there is none, or the ARN is malformed
   */
  public static TableDefinition require(RowReader rows, String nameOrArn) {
    TableDefinition table = find(rows, TableArn.nameIn(nameOrArn));
    if (table == null || !table.takesRequests()) {
      throw KeystoneException.of(ErrorCode.RESOURCE_NOT_FOUND, "Requested resource not found");
    }
    return table;
  }

  /**
   * The table of a name or ARN, or null.
   *
   * @throws KeystoneException if the ARN is malformed
   */
  public static @Nullable TableDefinition findNamed(RowReader rows, String nameOrArn) {
    return find(rows, TableArn.nameIn(nameOrArn));
  }

  /**
   * The table that an operation on tables names.
   *
   * @param nameOrArn its name or ARN
   * @throws KeystoneException if there is none, or the ARN is malformed
   */
  public static TableDefinition requireNamed(RowReader rows, String nameOrArn) {
    String name = TableArn.nameIn(nameOrArn);
    TableDefinition table = find(rows, name);
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
  public static @Nullable TableDefinition findByArn(Engine engine, RowReader rows, String arn) {
    TableDefinition table = find(rows, TableArn.nameInArn(arn));
    return table != null && engine.account().tableArn(table.name()).equals(arn) ? table : null;
  }

  /**
   * Names of tables in UTF-8 order.
   *
   * @param after the name the list starts after, or null
   * @param limit how many at most
   */
  public static List<String> names(RowReader rows, @Nullable String after, int limit) {
    RowRange<TableDefinition> all = rows.keys().all(RowKind.TABLE);
    RowCursor<TableDefinition> cursor =
        rows.walk(after == null ? all : all.behind(rows.keys().table(after), false));
    List<String> names = new ArrayList<>();
    while (names.size() < limit && cursor.next()) {
      names.add(cursor.value().name());
    }
    return names;
  }

  /** All tables in the order of their names. */
  public static List<TableDefinition> all(RowReader rows) {
    RowCursor<TableDefinition> cursor = rows.walk(rows.keys().all(RowKind.TABLE));
    List<TableDefinition> tables = new ArrayList<>();
    while (cursor.next()) {
      tables.add(cursor.value());
    }
    return tables;
  }

  /** Takes the number of a new table. */
  public static int takeNumber(RowWriter rows) {
    Integer next = rows.get(rows.keys().nextNumber());
    int number = next == null ? 1 : next;
    rows.put(rows.keys().nextNumber(), number + 1);
    return number;
  }

  /** Adds or replaces a definition. */
  public static void put(RowWriter rows, TableDefinition table) {
    rows.put(rows.keys().table(table.name()), table);
  }

  /** Removes a table with everything in it; its stream stays readable for a day. */
  static void drop(RequestContext context, RowWriter rows, TableDefinition table) {
    TableStream stream = table.settings().stream();
    if (stream != null && stream.enabled()) {
      Streams.disable(context, rows, table, stream);
    }
    rows.remove(rows.keys().table(table.name()));
    Jobs.remove(rows, rows.keys().itemsAndEntries(table));
    if (table.timeToLive() != null) {
      Jobs.remove(rows, rows.keys().expiries(table.timeToLive().order()));
    }
  }
}
