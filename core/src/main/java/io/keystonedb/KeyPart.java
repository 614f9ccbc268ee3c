package io.keystonedb;

/** One key attribute of a schema: its name, its type, and whether it is a sort key. */
record KeyPart(String name, ValueType type, boolean sort) {
  KeyPart {
    if (!type.isKeyType()) {
      throw new IllegalArgumentException(
          "the key attribute '" + name + "' is of type " + type + "; use S, N or B");
    }
  }
}
