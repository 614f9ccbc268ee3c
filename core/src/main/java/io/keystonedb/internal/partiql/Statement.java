package io.keystonedb.internal.partiql;

import io.keystonedb.Item;
import io.keystonedb.internal.expression.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement with all values in place, checked as far as it can be without its table. */
public sealed interface Statement {
  /** The table it names. */
  String table();

  /** Whether it is a SELECT. */
  default boolean reads() {
    return this instanceof Select;
  }

  /**
   * SELECT.
   *
   * @param index null for the table itself
   * @param list null for all attributes
   * @param where null for all items
   * @param orderBy keys in the order of their weight; null without the clause
   */
  record Select(
      String table,
      @Nullable String index,
      @Nullable SelectList list,
      @Nullable Condition where,
      @Nullable List<Order> orderBy)
      implements Statement {
    public Select {
      orderBy = orderBy == null ? null : List.copyOf(orderBy);
    }
  }

  /** One key of ORDER BY. */
  record Order(String attribute, boolean descending) {}

  /** INSERT. */
  record Insert(String table, Item item) implements Statement {}

  /** UPDATE. */
  record Update(
      String table,
      io.keystonedb.internal.expression.Update update,
      @Nullable Condition where,
      @Nullable Returning returning)
      implements Statement {}

  /**
   * DELETE.
   *
   * @param returningOld whether the old item is asked for
   */
  record Delete(String table, @Nullable Condition where, boolean returningOld)
      implements Statement {}

  /** EXISTS: a condition on one item. */
  record Exists(Select select) implements Statement {
    @Override
    public String table() {
      return select.table();
    }
  }

  /** What an UPDATE returns. */
  enum Returning {
    ALL_OLD,
    ALL_NEW,
    MODIFIED_OLD,
    MODIFIED_NEW
  }
}
