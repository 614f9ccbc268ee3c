package io.keystonedb.internal.partiql;

import io.keystonedb.KeystoneException;
import io.keystonedb.Value;
import io.keystonedb.internal.expression.Condition;
import io.keystonedb.internal.expression.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes statements the service can run of what was written, or says why it can't. */
final class StatementTranslator {
  private final ValueTranslator values;
  private final ConditionTranslator conditions;

  StatementTranslator(List<Value> parameters) {
    values = new ValueTranslator(parameters);
    conditions = new ConditionTranslator(values);
  }

  Statement translate(StatementSyntax syntax) {
    if (syntax instanceof StatementSyntax.Select select) {
      return select(select);
    }
    if (syntax instanceof StatementSyntax.Insert insert) {
      return insert(insert);
    }
    if (syntax instanceof StatementSyntax.Update update) {
      return update(update);
    }
    if (syntax instanceof StatementSyntax.Delete delete) {
      return delete(delete);
    }
    if (syntax instanceof StatementSyntax.Exists exists) {
      return new Statement.Exists(select(exists.select()));
    }
    throw KeystoneException.validation(
        "Unsupported operation: " + ((StatementSyntax.Unsupported) syntax).name());
  }

  private Statement.Select select(StatementSyntax.Select select) {
    if (select.problem() != null) {
      throw KeystoneException.validation(select.problem());
    }
    if (select.sources().size() > 1) {
      throw KeystoneException.validation("Only select from a single table or index is supported.");
    }
    List<String> source = TableNames.components(select.sources().get(0));
    if (source.size() > 2) {
      throw KeystoneException.validation(
          "A path may contain at most 2 components in the FROM clause");
    }
    return new Statement.Select(
        source.get(0),
        source.size() == 2 ? source.get(1) : null,
        list(select.items()),
        conditions.where(select.where()),
        orderBy(select));
  }

  private static @Nullable SelectList list(@Nullable List<StatementSyntax.Item> items) {
    if (items == null) {
      return null;
    }
    List<Path> paths = new ArrayList<>();
    for (StatementSyntax.Item item : items) {
      if (item.aliased()) {
        throw StatementErrors.aliased();
      }
      if (item.expression() instanceof Syntax.Path path
          && path.steps().stream().anyMatch(Syntax.EveryField.class::isInstance)) {
        throw KeystoneException.validation(
            "Changing item's hierarchy while reading isn't supported");
      }
      paths.add(PathTranslator.path(item.expression()));
    }
    return SelectList.of(paths);
  }

  private static @Nullable List<Statement.Order> orderBy(StatementSyntax.Select select) {
    List<StatementSyntax.Order> orderBy = select.orderBy();
    if (orderBy == null) {
      return null;
    }
    if (select.where() == null) {
      throw KeystoneException.validation(
          "Must have WHERE clause in the statement when using ORDER BY clause.");
    }
    List<Statement.Order> orders = new ArrayList<>();
    for (StatementSyntax.Order order : orderBy) {
      if (!(order.key() instanceof Syntax.Name name)) {
        throw KeystoneException.validation(
            "Argument to ORDER BY must be of type VariableReference. Type: "
                + order.key().kind().toUpperCase(java.util.Locale.ROOT));
      }
      orders.add(new Statement.Order(name.name(), order.descending()));
    }
    return orders;
  }

  private Statement insert(StatementSyntax.Insert insert) {
    Syntax value = insert.value();
    if (value == null) {
      throw KeystoneException.validation("Unsupported operation: InsertOp");
    }
    List<String> target = TableNames.components(insert.target());
    if (target.size() > 1) {
      throw StatementErrors.at(
          "FROM clause may only contain a single table name in data manipulation statements",
          insert.target().expression().position());
    }
    if (insert.returning()) {
      throw KeystoneException.validation("RETURNING is not supported in INSERT");
    }
    return new Statement.Insert(target.get(0), values.item(value));
  }

  private Statement update(StatementSyntax.Update update) {
    String table = TableNames.single(update.target());
    return new Statement.Update(
        table,
        new UpdateTranslator(values).update(update.changes()),
        conditions.where(update.where()),
        returning(update.returning()));
  }

  private Statement delete(StatementSyntax.Delete delete) {
    String table = TableNames.single(delete.target());
    Condition where = conditions.where(delete.where());
    Statement.Returning returning = returning(delete.returning());
    if (returning != null && returning != Statement.Returning.ALL_OLD) {
      throw KeystoneException.validation(
          "Invalid returning clause: RETURNING "
              + returning.name().replace('_', ' ')
              + " *. Only RETURNING ALL OLD * is allowed in DELETE statements.");
    }
    return new Statement.Delete(table, where, returning != null);
  }

  private static Statement.@Nullable Returning returning(List<StatementSyntax.Returned> elements) {
    if (elements.isEmpty()) {
      return null;
    }
    if (elements.size() > 1) {
      throw KeystoneException.validation(
          "Invalid syntax with multiple returning elements in RETURNING clause");
    }
    StatementSyntax.Returned element = elements.get(0);
    if (!element.everything()) {
      throw KeystoneException.validation(
          "Expected '*' after ( MODIFIED | ALL ) ( NEW | OLD ) in RETURNING clause");
    }
    if (element.all()) {
      return element.old() ? Statement.Returning.ALL_OLD : Statement.Returning.ALL_NEW;
    }
    return element.old() ? Statement.Returning.MODIFIED_OLD : Statement.Returning.MODIFIED_NEW;
  }
}
