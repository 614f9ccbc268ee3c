package io.keystonedb.migration;

import java.util.ArrayList;
import java.util.List;

/**
 * Places in items: a path as it is written in expressions, in which {@code *} stands for any name,
 * {@code [*]} for any position of a list, and {@code **} for any number of steps, also none.
 * Immutable.
 */
final class PathPattern {
  private final List<String> segments;

  private PathPattern(List<String> segments) {
    this.segments = segments;
  }

  /**
   * A pattern.
   *
   * @throws IllegalArgumentException with what is wrong with it
   */
  static PathPattern of(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("A path is empty");
    }
    List<String> segments = new ArrayList<>();
    for (String step : text.split("\\.", -1)) {
      step(text, step, segments);
    }
    return new PathPattern(segments);
  }

  private static void step(String text, String step, List<String> segments) {
    int bracket = step.indexOf('[');
    String name = bracket < 0 ? step : step.substring(0, bracket);
    if (name.isEmpty()) {
      throw new IllegalArgumentException("The path \"" + text + "\" has an empty name");
    }
    segments.add(name);
    int at = bracket;
    while (at >= 0 && at < step.length()) {
      int close = step.indexOf(']', at);
      String index = close < 0 ? "" : step.substring(at + 1, close);
      if (step.charAt(at) != '[' || !index.matches("\\*|\\d+")) {
        throw new IllegalArgumentException(
            "The path \"" + text + "\" has a position that is neither a number nor [*]");
      }
      segments.add("[" + index + "]");
      at = close + 1;
    }
  }

  boolean matches(Path path) {
    return matches(path.segments(), 0, 0);
  }

  /** Whether a path that was written down matches. */
  boolean matches(String path) {
    return matches(of(path).segments, 0, 0);
  }

  private boolean matches(List<String> path, int at, int own) {
    if (own == segments.size()) {
      return at == path.size();
    }
    String segment = segments.get(own);
    if (segment.equals("**")) {
      return matches(path, at, own + 1) || (at < path.size() && matches(path, at + 1, own));
    }
    return at < path.size() && matches(segment, path.get(at)) && matches(path, at + 1, own + 1);
  }

  private static boolean matches(String segment, String step) {
    return switch (segment) {
      case "*" -> !step.startsWith("[");
      case "[*]" -> step.startsWith("[");
      default -> segment.equals(step);
    };
  }
}
