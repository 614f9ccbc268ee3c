package io.keystonedb.internal.value;

import io.keystonedb.Value;
import java.util.List;

/**
 * The service's order of values: strings by their UTF-8 bytes, binaries by unsigned bytes, numbers
 * numerically. Other types have none, and values of different types don't compare.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.OperatorsAndFunctions.html">Comparison
 *     operator and function reference</a>
 */
public final class ValueOrder {
  private ValueOrder() {}

  /** Whether two values have an order: both of the same type and that S, N or B. */
  public static boolean comparable(Value left, Value right) {
    return left.type() == right.type() && left.type().isKeyType();
  }

  /**
   * Compares two {@linkplain #comparable comparable} values.
   *
   * @throws IllegalArgumentException if they are not comparable
   */
  public static int compare(Value left, Value right) {
    if (left instanceof Value.S a && right instanceof Value.S b) {
      return compareUtf8(a.value(), b.value());
    }
    if (left instanceof Value.N a && right instanceof Value.N b) {
      return a.compareTo(b);
    }
    if (left instanceof Value.B a && right instanceof Value.B b) {
      return a.compareTo(b);
    }
    throw new IllegalArgumentException("no order between " + left + " and " + right);
  }

  /** Compares two lists of comparable values by the first that differ. */
  public static int compareAll(List<Value> left, List<Value> right) {
    for (int i = 0; i < left.size(); i++) {
      int order = compare(left.get(i), right.get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  /**
   * Compares by UTF-8 bytes, which is by code points: unlike {@link String#compareTo}, characters
   * beyond the basic plane (surrogate pairs) come after U+E000 to U+FFFF.
   */
  public static int compareUtf8(String left, String right) {
    int length = Math.min(left.length(), right.length());
    for (int i = 0; i < length; i++) {
      char a = left.charAt(i);
      char b = right.charAt(i);
      if (a != b) {
        boolean surrogateA = Character.isSurrogate(a);
        boolean surrogateB = Character.isSurrogate(b);
        if (surrogateA == surrogateB) {
          return Character.compare(a, b);
        }
        return surrogateA ? 1 : -1;
      }
    }
    return Integer.compare(left.length(), right.length());
  }
}
