package io.keystonedb;

import io.keystonedb.internal.shape.Decoded;
import io.keystonedb.internal.shape.MalformedValue;
import io.keystonedb.internal.value.ValueDepth;
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

  @Nullable Map<String, String> names() {
    return names.isEmpty() ? null : names;
  }

  @Nullable Decoded<Item> values() {
    return values.isEmpty() ? null : decoded(Item.copyOf(values));
  }

  /** An item as a request holds it; the depth is what its values don't check by themselves. */
  static Decoded<Item> decoded(Item item) {
    try {
      ValueDepth.check(item);
      return Decoded.of(item);
    } catch (KeystoneException e) {
      return Decoded.malformed(new MalformedValue("", MalformedValue.Kind.NESTING, e.getMessage()));
    }
  }
}
