package com.example.orders;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Some of many results.
 *
 * @param items the results of this page
 * @param next what to ask for the next page with, empty on the last one
 */
public record Page<T>(List<T> items, Optional<String> next) {
  /** Copies the list. */
  public Page {
    items = List.copyOf(items);
  }

  /** A page of a query: its items read by a function, and where the query stopped as a cursor. */
  static <T> Page<T> of(
      List<Map<String, AttributeValue>> items,
      Map<String, AttributeValue> lastEvaluatedKey,
      Function<Map<String, AttributeValue>, T> read) {
    return new Page<>(items.stream().map(read).toList(), Cursor.from(lastEvaluatedKey));
  }
}
