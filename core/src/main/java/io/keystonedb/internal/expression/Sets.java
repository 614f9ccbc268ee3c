package io.keystonedb.internal.expression;

import io.keystonedb.Value;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Union and difference of two sets of one type. */
final class Sets {
  private Sets() {}

  static Value union(Value left, Value right) {
    if (left instanceof Value.SS a && right instanceof Value.SS b) {
      return Value.SS.of(union(a.values(), b.values()));
    }
    if (left instanceof Value.NS a && right instanceof Value.NS b) {
      return Value.NS.of(union(a.values(), b.values()));
    }
    if (left instanceof Value.BS a && right instanceof Value.BS b) {
      return Value.BS.of(union(a.values(), b.values()));
    }
    throw UpdateErrors.operandType();
  }

  /** What is left of the first set; null for nothing. */
  static @Nullable Value difference(Value left, Value right) {
    if (left instanceof Value.SS a && right instanceof Value.SS b) {
      Set<String> rest = difference(a.values(), b.values());
      return rest.isEmpty() ? null : Value.SS.of(rest);
    }
    if (left instanceof Value.NS a && right instanceof Value.NS b) {
      Set<Value.N> rest = difference(a.values(), b.values());
      return rest.isEmpty() ? null : Value.NS.of(rest);
    }
    if (left instanceof Value.BS a && right instanceof Value.BS b) {
      Set<Value.B> rest = difference(a.values(), b.values());
      return rest.isEmpty() ? null : Value.BS.of(rest);
    }
    throw UpdateErrors.operandType();
  }

  private static <T> Set<T> union(Set<T> left, Set<T> right) {
    Set<T> union = new LinkedHashSet<>(left);
    union.addAll(right);
    return union;
  }

  private static <T> Set<T> difference(Set<T> left, Set<T> right) {
    Set<T> difference = new LinkedHashSet<>(left);
    difference.removeAll(right);
    return difference;
  }
}
