package io.keystonedb.junit5;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * A key attribute as annotations write it: {@code "name"} or {@code "name:type"}.
 *
 * @param type null if none was written
 */
record KeyNotation(String name, @Nullable ScalarAttributeType type) {

  /**
   * Reads the notation.
   *
   * @param value the part of the declaration it stands in, for messages
   */
  static KeyNotation parse(String text, String value, Origin origin) {
    int colon = text.lastIndexOf(':');
    String name = colon < 0 ? text : text.substring(0, colon);
    if (name.isEmpty()) {
      throw origin.mistake(
          value, "a key attribute has no name", "write the attribute as \"name\" or \"name:type\"");
    }
    return new KeyNotation(name, colon < 0 ? null : type(text.substring(colon + 1), value, origin));
  }

  private static ScalarAttributeType type(String type, String value, Origin origin) {
    return switch (type) {
      case "S" -> ScalarAttributeType.S;
      case "N" -> ScalarAttributeType.N;
      case "B" -> ScalarAttributeType.B;
      default ->
          throw origin.mistake(
              value,
              "there is no key attribute type \"" + type + "\"",
              "write S (string), N (number) or B (binary) after the last colon");
    };
  }
}
