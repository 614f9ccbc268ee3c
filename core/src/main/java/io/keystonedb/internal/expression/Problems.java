package io.keystonedb.internal.expression;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a parser found wrong with a text that keeps the grammar. Such errors are reported later than
 * any syntax error and family by family, so they are collected: the first of each family.
 */
final class Problems {

  /** The families in the order in which they are reported. */
  enum Family {
    RESERVED_WORD,
    LIST_INDEX,
    FUNCTION,
    REPEATED_SECTION,
    OPERATOR_COUNT,
    PATH_DEPTH,
    /** Comes after undefined names and values; all others come before them. */
    OPERANDS
  }

  private final Map<Family, String> first = new EnumMap<>(Family.class);

  void report(Family family, String message) {
    first.putIfAbsent(family, message);
  }

  /** The problem to report before the placeholders are looked up, or null. */
  @Nullable String early() {
    for (Map.Entry<Family, String> problem : first.entrySet()) {
      if (problem.getKey() != Family.OPERANDS) {
        return problem.getValue();
      }
    }
    return null;
  }

  /** The problem to report once all placeholders are known to be defined, or null. */
  @Nullable String late() {
    return first.get(Family.OPERANDS);
  }
}
