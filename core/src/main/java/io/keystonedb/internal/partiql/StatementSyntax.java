package io.keystonedb.internal.partiql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement as it was written. Immutable, so that it can be cached and shared. */
sealed interface StatementSyntax {

  /**
   * {@code SELECT items FROM sources WHERE condition ORDER BY keys}.
   *
   * @param items null for {@code *}
   * @param problem what the service refuses of the select itself, such as a clause it does not
   *     know; null for nothing
   */
  record Select(
      @Nullable List<Item> items,
      List<Source> sources,
      @Nullable Syntax where,
      @Nullable List<Order> orderBy,
      @Nullable String problem)
      implements StatementSyntax {
    public Select {
      items = items == null ? null : List.copyOf(items);
      sources = List.copyOf(sources);
      orderBy = orderBy == null ? null : List.copyOf(orderBy);
    }
  }

  /** One thing that is selected. */
  record Item(Syntax expression, boolean aliased) {}

  /** One thing that is selected from. */
  record Source(Syntax expression, boolean aliased) {}

  /** One key that is ordered by. */
  record Order(Syntax key, boolean descending) {}

  /**
   * {@code INSERT INTO target VALUE item}.
   *
   * @param value null for the forms with several items, which the service does not take
   */
  record Insert(Source target, @Nullable Syntax value, boolean returning)
      implements StatementSyntax {}

  /** {@code UPDATE target SET … REMOVE … WHERE condition RETURNING what}. */
  record Update(
      Source target, List<Change> changes, @Nullable Syntax where, List<Returned> returning)
      implements StatementSyntax {
    public Update {
      changes = List.copyOf(changes);
      returning = List.copyOf(returning);
    }
  }

  /**
   * One change of an update.
   *
   * @param value null for REMOVE
   */
  record Change(Syntax target, @Nullable Syntax value) {}

  /** {@code DELETE FROM target WHERE condition RETURNING what}. */
  record Delete(Source target, @Nullable Syntax where, List<Returned> returning)
      implements StatementSyntax {
    public Delete {
      returning = List.copyOf(returning);
    }
  }

  /**
   * One element of a RETURNING clause.
   *
   * @param all whether ALL, not MODIFIED
   * @param old whether OLD, not NEW
   * @param everything whether of {@code *}, and not of a part
   */
  record Returned(boolean all, boolean old, boolean everything) {}

  /** {@code EXISTS(SELECT …)}. */
  record Exists(Select select) implements StatementSyntax {}

  /**
   * Something that PartiQL has and the service does not run.
   *
   * @param name as messages call it
   */
  record Unsupported(String name) implements StatementSyntax {}
}
