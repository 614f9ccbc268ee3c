package io.keystonedb.internal.expression;

import java.util.ArrayList;
import java.util.List;

/** Paths of one expression that must not meet: overlap or conflict with one another. */
final class PathSet {
  private final List<Path> paths = new ArrayList<>();
  private final ExpressionErrors errors;

  PathSet(ExpressionErrors errors) {
    this.errors = errors;
  }

  /** Adds a path, or throws the service's error about it and an earlier one. */
  void add(Path path) {
    for (Path earlier : paths) {
      checkApart(earlier, path);
    }
    paths.add(path);
  }

  private void checkApart(Path one, Path two) {
    if (!one.name().equals(two.name())) {
      return;
    }
    int common = Math.min(one.steps().size(), two.steps().size());
    for (int i = 0; i < common; i++) {
      Path.Step a = one.steps().get(i);
      Path.Step b = two.steps().get(i);
      if (a instanceof Path.Field != b instanceof Path.Field) {
        throw errors.conflict(one, two);
      }
      if (!a.equals(b)) {
        return;
      }
    }
    throw errors.overlap(one, two);
  }
}
