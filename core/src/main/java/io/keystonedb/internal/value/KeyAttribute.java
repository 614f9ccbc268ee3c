package io.keystonedb.internal.value;

import io.keystonedb.Value;
import io.keystonedb.ValueType;
import java.nio.charset.StandardCharsets;

/**
 * One attribute of a key schema.
 *
 * @param name its name, 1 to 255 bytes
 * @param type S, N or B
 */
public record KeyAttribute(String name, ValueType type) {
  public KeyAttribute {
    if (!type.isKeyType()) {
      throw new IllegalArgumentException("a key attribute is S, N or B, not " + type);
    }
  }

  /** Returns a value as this attribute takes it: a string as bytes where it is binary. */
  public Value adapt(Value value) {
    if (type == ValueType.B && value instanceof Value.S string) {
      return Value.binary(string.value().getBytes(StandardCharsets.UTF_8));
    }
    return value;
  }
}
