package io.keystonedb.internal.expression;

import io.keystonedb.Item;
import io.keystonedb.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts names and values of a request in the place of their placeholders, and remembers which were
 * used. For one request; not thread-safe.
 */
final class Binder {
  private static final int MAX_DEPTH = 32;

  private final Map<String, String> names;
  private final Item values;
  private final Set<String> used = new HashSet<>();
  private final List<Path> nestedPaths = new ArrayList<>();
  private ExpressionErrors errors;

  Binder(Map<String, String> names, Item values, ExpressionErrors errors) {
    this.names = names;
    this.values = values;
    this.errors = errors;
  }

  /** Says which expression is bound from now on. */
  void next(ExpressionErrors ofNext) {
    errors = ofNext;
  }

  /** The paths that lead into documents, in the order in which they were bound. */
  List<Path> nestedPaths() {
    return nestedPaths;
  }

  /** Whether a placeholder, with its sigil, was used. */
  boolean isUsed(String placeholder) {
    return used.contains(placeholder);
  }

  List<Condition> all(List<Condition> conditions) {
    List<Condition> bound = new ArrayList<>(conditions.size());
    for (int i = 0; i < conditions.size(); i++) {
      bound.add(conditions.get(i).bind(this));
    }
    return bound;
  }

  Path path(Path path) {
    if (path.steps().size() >= MAX_DEPTH) {
      throw errors.pathTooDeep(path.steps().size() + 1);
    }
    String name = name(path.name());
    List<Path.Step> steps = path.steps();
    if (steps.isEmpty()) {
      return name.equals(path.name()) ? path : new Path(name, steps);
    }
    List<Path.Step> bound = new ArrayList<>(steps.size());
    for (Path.Step step : steps) {
      bound.add(step instanceof Path.Field field ? new Path.Field(name(field.name())) : step);
    }
    Path nested = new Path(name, bound);
    nestedPaths.add(nested);
    return nested;
  }

  private String name(String name) {
    if (name.charAt(0) != '#') {
      return name;
    }
    String attribute = names.get(name);
    if (attribute == null) {
      throw errors.undefinedName(name);
    }
    used.add(name);
    return attribute;
  }

  Value value(String placeholder) {
    Value value = values.get(placeholder);
    if (value == null) {
      throw errors.undefinedValue(placeholder);
    }
    used.add(placeholder);
    return value;
  }
}
