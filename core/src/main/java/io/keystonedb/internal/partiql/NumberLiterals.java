package io.keystonedb.internal.partiql;

import io.keystonedb.KeystoneException;
import io.keystonedb.Value;
import io.keystonedb.internal.value.WrittenNumber;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that are written in statements. The service reads them before it looks at anything else
 * in a statement that is well formed, and names the place of one that it cannot store inside its
 * value.
 */
final class NumberLiterals {
  private static final String ROOT = "root";

  private NumberLiterals() {}

  /**
   * The literal that a number is.
   *
   * @throws KeystoneException if its exponent or its scale does not fit 32 bits
   */
  static Syntax of(String text, Position position) {
    if (!WrittenNumber.fits32Bits(text)) {
      throw StatementErrors.unreadable();
    }
    try {
      return new Syntax.Literal(Value.number(text), position);
    } catch (KeystoneException e) {
      return new Syntax.BadNumber(String.valueOf(e.getMessage()), position);
    }
  }

  /**
   * Checks all numbers of a statement.
   *
   * @throws KeystoneException for the first one that the service cannot store
   */
  static void check(StatementSyntax statement) {
    if (statement instanceof StatementSyntax.Select select) {
      check(select);
    } else if (statement instanceof StatementSyntax.Exists exists) {
      check(exists.select());
    } else if (statement instanceof StatementSyntax.Insert insert) {
      check(insert.value(), ROOT);
    } else if (statement instanceof StatementSyntax.Update update) {
      for (StatementSyntax.Change change : update.changes()) {
        check(change.value(), ROOT);
      }
      check(update.where(), ROOT);
    } else if (statement instanceof StatementSyntax.Delete delete) {
      check(delete.where(), ROOT);
    }
  }

  private static void check(StatementSyntax.Select select) {
    if (select.items() != null) {
      select.items().forEach(item -> check(item.expression(), ROOT));
    }
    check(select.where(), ROOT);
    if (select.orderBy() != null) {
      select.orderBy().forEach(order -> check(order.key(), ROOT));
    }
  }

  private static void check(@Nullable Syntax syntax, String place) {
    if (syntax instanceof Syntax.BadNumber number) {
      throw KeystoneException.validation(number.problem() + " under " + place);
    }
    if (syntax instanceof Syntax.Sequence sequence) {
      elements(sequence.elements(), place);
    } else if (syntax instanceof Syntax.Bag bag) {
      elements(bag.elements(), place);
    } else if (syntax instanceof Syntax.Struct struct) {
      for (Syntax.Entry entry : struct.entries()) {
        check(entry.key(), ROOT);
        check(entry.value(), place + "." + keyText(entry.key()));
      }
    } else if (syntax instanceof Syntax.Operation operation) {
      operation.operands().forEach(operand -> check(operand, ROOT));
    } else if (syntax instanceof Syntax.Call call) {
      call.arguments().forEach(argument -> check(argument, ROOT));
    } else if (syntax instanceof Syntax.TypeTest test) {
      check(test.operand(), ROOT);
    } else if (syntax instanceof Syntax.Path path) {
      path(path);
    } else if (syntax instanceof Syntax.Subquery subquery) {
      check(subquery.select());
    }
  }

  private static void elements(List<Syntax> elements, String place) {
    for (int i = 0; i < elements.size(); i++) {
      check(elements.get(i), place + "[" + i + "]");
    }
  }

  private static void path(Syntax.Path path) {
    check(path.root(), ROOT);
    for (Syntax.Step step : path.steps()) {
      if (step instanceof Syntax.Element element) {
        check(element.index(), ROOT);
      }
    }
  }

  private static String keyText(Syntax key) {
    return key instanceof Syntax.Literal literal && literal.value() instanceof Value.S text
        ? text.value()
        : key.kind();
  }
}
