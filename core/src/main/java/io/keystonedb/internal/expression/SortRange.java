package io.keystonedb.internal.expression;

import io.keystonedb.Value;
import org.jspecify.annotations.Nullable;

/**
 * A range of values of one sort attribute.
 *
 * @param operator which range
 * @param first the bound; the lower one of {@link Operator#BETWEEN}
 * @param second the upper bound of {@link Operator#BETWEEN}, null otherwise
 */
public record SortRange(Operator operator, Value first, @Nullable Value second) {
  public SortRange {
    if ((operator == Operator.BETWEEN) != (second != null)) {
      throw new IllegalArgumentException("only BETWEEN has two bounds: " + operator);
    }
  }

  /** The operators that make ranges; both ends of BETWEEN are included. */
  public enum Operator {
    LT,
    LE,
    GT,
    GE,
    BETWEEN,
    BEGINS_WITH
  }
}
