package io.keystonedb.internal.expression;

import io.keystonedb.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a query asks of one key.
 *
 * @param partition the values of all partition attributes
 * @param sortPrefix the values that the leading sort attributes equal, possibly none
 * @param range what the sort attribute after those lies in, or null if anything will do
 */
public record KeyQuery(List<Value> partition, List<Value> sortPrefix, @Nullable SortRange range) {
  public KeyQuery {
    partition = List.copyOf(partition);
    sortPrefix = List.copyOf(sortPrefix);
  }
}
