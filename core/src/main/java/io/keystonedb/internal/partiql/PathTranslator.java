package io.keystonedb.internal.partiql;

import io.keystonedb.Value;
import io.keystonedb.internal.expression.Path;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes document paths of names with steps behind them. */
final class PathTranslator {
  private static final BigDecimal LARGEST_INDEX = BigDecimal.valueOf(Integer.MAX_VALUE);

  private PathTranslator() {}

  /** Whether something is written as a path. */
  static boolean isPath(Syntax syntax) {
    return syntax instanceof Syntax.Name
        || (syntax instanceof Syntax.Path path && path.root() instanceof Syntax.Name);
  }

  /**
   * The path that is written.
   *
   * @throws io.keystonedb.KeystoneException if it is none, or has steps the service does not know
   */
  static Path path(Syntax syntax) {
    if (syntax instanceof Syntax.Name name) {
      return Path.of(name(name.name()));
    }
    if (syntax instanceof Syntax.Path path && path.root() instanceof Syntax.Name root) {
      List<Path.Step> steps = new ArrayList<>();
      for (Syntax.Step step : path.steps()) {
        steps.add(step(step));
      }
      return new Path(name(root.name()), steps);
    }
    throw StatementErrors.unexpectedComponent(syntax.position());
  }

  static String name(String name) {
    if (name.isEmpty()) {
      throw StatementErrors.emptyName();
    }
    return name;
  }

  private static Path.Step step(Syntax.Step step) {
    if (step instanceof Syntax.Field field) {
      return new Path.Key(name(field.name()));
    }
    if (step instanceof Syntax.EveryElement) {
      throw StatementErrors.at(
          "Wildcard path component like a[*].b are not supported", step.position());
    }
    if (step instanceof Syntax.EveryField) {
      throw StatementErrors.at(
          "Unpivot path component like a.*.b are not supported", step.position());
    }
    return element(((Syntax.Element) step).index());
  }

  private static Path.Step element(Syntax index) {
    Value value = index instanceof Syntax.Literal literal ? literal.value() : null;
    if (value instanceof Value.S key) {
      return new Path.Key(name(key.value()));
    }
    Integer number = value instanceof Value.N n ? indexOf(n.toBigDecimal()) : null;
    if (number == null) {
      throw StatementErrors.unexpectedComponent(index.position());
    }
    if (number < 0) {
      throw StatementErrors.at(
          "List index is not within the allowable range; index: [" + number + "]",
          index.position());
    }
    return new Path.Index(number);
  }

  private static @Nullable Integer indexOf(BigDecimal number) {
    boolean whole = number.stripTrailingZeros().scale() <= 0;
    return whole && number.abs().compareTo(LARGEST_INDEX) <= 0 ? number.intValue() : null;
  }
}
