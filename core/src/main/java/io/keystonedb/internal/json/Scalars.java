package io.keystonedb.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;

/**
 * Single values of requests by their declared types, and the service's words for JSON of another
 * type. Each method takes the parser at the token of the value, which is not null. Stateless.
 */
final class Scalars {
  private Scalars() {}

  static String text(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      throw notA("String", "java.lang.String", parser);
    }
    return parser.getText();
  }

  static Boolean flag(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_TRUE) {
      return true;
    }
    if (token == JsonToken.VALUE_FALSE) {
      return false;
    }
    if (token == JsonToken.VALUE_STRING) {
      throw new ConversionException("Unexpected token received from parser");
    }
    throw notA("Boolean", "java.lang.Boolean", parser);
  }

  /** A {@link Long} or {@link Integer}; fractions are cut off, what is out of range is limited. */
  static Number whole(JsonParser parser, boolean wide) throws IOException {
    String type = wide ? "Long" : "Integer";
    double number = decimal(parser, type, "java.lang." + type);
    if (!wide) {
      return (int) number;
    }
    // A double is too coarse for the upper half of what a long holds.
    boolean exact = parser.currentToken() == JsonToken.VALUE_NUMBER_INT && Math.abs(number) < 9e18;
    return exact ? Long.parseLong(parser.getText()) : (long) number;
  }

  static Double fraction(JsonParser parser) throws IOException {
    return decimal(parser, "Double", "java.lang.Double");
  }

  /** Seconds since 1970. */
  static Instant timestamp(JsonParser parser) throws IOException {
    double seconds = decimal(parser, "Date", "java.util.Date");
    // The years that Instant knows; the double also tells what rounding would do to milliseconds.
    double limited = Math.max(-1e13, Math.min(1e13, seconds));
    return Instant.ofEpochMilli(Math.round(limited * 1000));
  }

  private static double decimal(JsonParser parser, String type, String javaType)
      throws IOException {
    JsonToken token = parser.currentToken();
    if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
      throw notA(type, javaType, parser);
    }
    return Double.parseDouble(parser.getText());
  }

  /** Bytes in base64. The texts of what is wrong with it are [unsure]. */
  static byte[] bytes(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_ARRAY || token == JsonToken.START_OBJECT) {
      throw notA("ByteBuffer", "java.nio.ByteBuffer", parser);
    }
    if (token != JsonToken.VALUE_STRING) {
      throw new ConversionException("only base-64-encoded strings are convertible to bytes");
    }
    String text = parser.getText();
    if (text.length() % 4 != 0) {
      throw new ConversionException(
          "Base64 encoded length is expected a multiple of 4 bytes but found: " + text.length());
    }
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new ConversionException("Invalid Base64 character: '" + firstInvalid(text) + "'");
    }
    if (text.endsWith("=") && !Base64.getEncoder().encodeToString(bytes).equals(text)) {
      throw new ConversionException("Invalid last non-pad Base64 character dectected");
    }
    return bytes;
  }

  private static char firstInvalid(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean valid =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || c == '+'
              || c == '/';
      if (!valid) {
        return c;
      }
    }
    return '=';
  }

  /** The error for a scalar that holds something else. */
  private static ConversionException notA(String type, String javaType, JsonParser parser) {
    String text =
        switch (parser.currentToken()) {
          case VALUE_TRUE -> "TRUE_VALUE cannot be converted to " + type;
          case VALUE_FALSE -> "FALSE_VALUE cannot be converted to " + type;
          case VALUE_STRING -> "STRING_VALUE cannot be converted to " + type;
          case VALUE_NUMBER_INT -> "NUMBER_VALUE cannot be converted to " + type;
          case VALUE_NUMBER_FLOAT -> "DECIMAL_VALUE cannot be converted to " + type;
          case START_ARRAY -> "Unrecognized collection type class " + javaType;
          default -> Nested.STRUCTURE_FOUND;
        };
    return new ConversionException(text);
  }
}
