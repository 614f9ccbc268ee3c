package io.keystonedb.internal.expression;

import io.keystonedb.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a query reads of a key schema.
 *
 * @param partition the values of all partition attributes
 * @param sortPrefix the values of the leading sort attributes
 * @param range a range of the sort attribute behind those; null for everything
 */
public record KeyQuery(List<Value> partition, List<Value> sortPrefix, @Nullable SortRange range) {
  public KeyQuery {
    partition = List.copyOf(partition);
    sortPrefix = List.copyOf(sortPrefix);
  }
}
