package io.keystonedb.internal.expression;

import io.keystonedb.Item;
import io.keystonedb.KeystoneException;
import io.keystonedb.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Puts attribute names and values in the place of {@code #name} and {@code :value}. Parsing knows
 * nothing of them, so that parsed expressions can be shared between requests.
 */
final class Binder {
  private final ExpressionKind kind;
  private final Map<String, String> names;
  private final Item values;

  /**
   * @param names by their placeholders, with the sigil
   * @param values by their placeholders, with the sigil
   */
  Binder(ExpressionKind kind, Map<String, String> names, Item values) {
    this.kind = kind;
    this.names = names;
    this.values = values;
  }

  /**
   * Reports the problems that the parser found and placeholders that are not defined, in the
   * service's order: syntax came before; undefined names, undefined values, operands.
   *
   * @throws KeystoneException with the first of them
   */
  void check(Parsed<?> parsed) {
    if (parsed.earlyProblem() != null) {
      throw ExpressionErrors.invalid(kind, parsed.earlyProblem());
    }
    for (String name : parsed.names()) {
      if (!names.containsKey(name)) {
        throw ExpressionErrors.invalid(kind, ExpressionErrors.undefinedName(name));
      }
    }
    for (String value : parsed.values()) {
      if (!values.containsKey(value)) {
        throw ExpressionErrors.invalid(kind, ExpressionErrors.undefinedValue(value));
      }
    }
    if (parsed.lateProblem() != null) {
      throw ExpressionErrors.invalid(kind, parsed.lateProblem());
    }
  }

  Projection projection(Projection projection) {
    List<Path> bound = new ArrayList<>(projection.paths().size());
    for (Path path : projection.paths()) {
      bound.add(path(path));
    }
    return new Projection(bound);
  }

  Path path(Path path) {
    String name = name(path.name());
    List<Path.Step> steps = path.steps();
    if (steps.isEmpty()) {
      return name.equals(path.name()) ? path : Path.of(name);
    }
    List<Path.Step> bound = new ArrayList<>(steps.size());
    for (Path.Step step : steps) {
      bound.add(step instanceof Path.Key key ? new Path.Key(name(key.name())) : step);
    }
    return new Path(name, bound);
  }

  private String name(String name) {
    if (name.charAt(0) != '#') {
      return name;
    }
    String bound = names.get(name);
    if (bound == null) {
      throw ExpressionErrors.invalid(kind, ExpressionErrors.undefinedName(name));
    }
    return bound;
  }

  Operand.Literal literal(Operand.Placeholder placeholder) {
    Value value = values.get(placeholder.name());
    if (value == null) {
      throw ExpressionErrors.invalid(kind, ExpressionErrors.undefinedValue(placeholder.name()));
    }
    return new Operand.Literal(value);
  }
}
