package io.keystonedb;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a PartiQL statement returned.
 *
 * @param items those of one page of a SELECT, or what RETURNING asked for
 * @param nextToken where the next page starts, to be given to {@link Statement#nextToken}; null at
 *     the end
 */
public record StatementResult(List<Item> items, @Nullable String nextToken) {
  public StatementResult {
    items = List.copyOf(items);
  }
}
