package io.keystonedb;

import io.keystonedb.internal.operation.RequestValues;
import io.keystonedb.internal.shape.Decoded;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names and values of the expressions of one request, as they are collected by its builder. */
final class Parameters {
  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, Value> values = new LinkedHashMap<>();

  void name(String placeholder, String attribute) {
    names.put(placeholder, attribute);
  }

  void value(String placeholder, Value value) {
    values.put(placeholder, value);
  }

  /** A copy: a request does not change with its builder. */
  @Nullable Map<String, String> names() {
    return names.isEmpty() ? null : Collections.unmodifiableMap(new LinkedHashMap<>(names));
  }

  @Nullable Decoded<Item> values() {
    return values.isEmpty() ? null : RequestValues.decoded(Item.copyOf(values));
  }
}
