package io.keystonedb.internal.expression;

import io.keystonedb.Value;
import java.util.Objects;
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

  /** The condition that an attribute lies in this range. */
  Condition conditionOn(Operand attribute) {
    Operand bound = new Operand.Literal(first);
    return switch (operator) {
      case LT -> new Condition.Comparison(Comparator.LT, attribute, bound);
      case LE -> new Condition.Comparison(Comparator.LE, attribute, bound);
      case GT -> new Condition.Comparison(Comparator.GT, attribute, bound);
      case GE -> new Condition.Comparison(Comparator.GE, attribute, bound);
      case BETWEEN ->
          new Condition.Between(
              attribute, bound, new Operand.Literal(Objects.requireNonNull(second)));
      case BEGINS_WITH -> new Condition.BeginsWith(attribute, bound);
    };
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
