package io.keystonedb.internal.value;

import io.keystonedb.ValueType;

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
}
