package io.keystonedb.internal.value;

import io.keystonedb.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The order in which answers show the elements of a set: text and binary by bytes, numbers by
 * value. Reported of the service, which does not define it.
 */
public final class SetOrder {
  private SetOrder() {}

  /** The elements of a set of strings. */
  public static List<String> of(Value.SS set) {
    return ordered(set.values(), ValueOrder::compareUtf8);
  }

  /** The elements of a set of numbers. */
  public static List<Value.N> of(Value.NS set) {
    return ordered(set.values(), Comparator.naturalOrder());
  }

  /** The elements of a set of binary values. */
  public static List<Value.B> of(Value.BS set) {
    return ordered(set.values(), Comparator.naturalOrder());
  }

  private static <T> List<T> ordered(Collection<T> elements, Comparator<? super T> order) {
    List<T> ordered = new ArrayList<>(elements);
    ordered.sort(order);
    return ordered;
  }
}
