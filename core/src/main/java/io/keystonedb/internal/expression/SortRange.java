package io.keystonedb.internal.expression;

import io.keystonedb.Value;
import org.jspecify.annotations.Nullable;

/**
 * A range of one sort key attribute.
 *
 * @param second the upper bound of BETWEEN; null for all other operators
 */
public record SortRange(Operator operator, Value first, @Nullable Value second) {

  /** What a key condition can say about a sort key besides equality. */
  public enum Operator {
    LT,
    LE,
    GT,
    GE,
    BETWEEN,
    BEGINS_WITH
  }
}
