package io.keystonedb.internal.operation;

import io.keystonedb.KeystoneException;
import io.keystonedb.internal.partiql.Statement;
import io.keystonedb.internal.value.KeyAttribute;
import io.keystonedb.internal.value.KeyAttributes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * In which order a SELECT returns items.
 *
 * @param partitionsDescending whether the partitions it names come in descending order
 * @param descending whether the items of each come in descending order
 */
record StatementOrder(boolean partitionsDescending, boolean descending) {
  private static final StatementOrder ASCENDING = new StatementOrder(false, false);

  /**
   * The order that a clause asks for.
   *
   * @param keyed whether the statement names the partitions it reads
   */
  static StatementOrder of(
      @Nullable List<Statement.Order> clause, KeyAttributes key, boolean keyed) {
    if (clause == null) {
      return ASCENDING;
    }
    if (!keyed) {
      throw KeystoneException.validation(
          "Must have at least one non-optional hash key condition in WHERE clause when using ORDER BY clause.");
    }
    boolean partitions = false;
    Boolean items = null;
    for (Statement.Order order : clause) {
      KeyAttribute attribute = key.find(order.attribute());
      if (attribute == null) {
        throw KeystoneException.validation(
            "Variable reference "
                + order.attribute()
                + " in ORDER BY clause must be part of the primary key");
      }
      if (key.partition().contains(attribute)) {
        partitions = order.descending();
      } else if (items == null) {
        items = order.descending();
      }
    }
    return new StatementOrder(partitions, Boolean.TRUE.equals(items));
  }
}
