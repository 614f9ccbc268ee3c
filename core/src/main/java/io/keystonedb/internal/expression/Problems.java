package io.keystonedb.internal.expression;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
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
    PATH_DEPTH,
    /** This and what follows comes after undefined names and values; all others before them. */
    OPERANDS,
    OPERATOR_COUNT
  }

  private final Map<Family, String> first = new EnumMap<>(Family.class);

  void report(Family family, String message) {
    first.putIfAbsent(family, message);
  }

  /** The problem to report before the placeholders are looked up, or null. */
  @Nullable String early() {
    return first(EnumSet.range(Family.RESERVED_WORD, Family.PATH_DEPTH));
  }

  /** The problem to report once all placeholders are known to be defined, or null. */
  @Nullable String late() {
    return first(EnumSet.range(Family.OPERANDS, Family.OPERATOR_COUNT));
  }

  private @Nullable String first(Set<Family> families) {
    for (Map.Entry<Family, String> problem : first.entrySet()) {
      if (families.contains(problem.getKey())) {
        return problem.getValue();
      }
    }
    return null;
  }
}
