package io.keystonedb.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON into {@link Map}, {@link List}, {@link String}, {@link JsonNumber}, {@link Boolean}
 * and null. An object that names a member twice is refused, and so is nesting deeper than Jackson's
 * limit (1000 levels). Stateless.
 */
final class JsonTree {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private JsonTree() {}

  /** All values of a text, one after the other: one in a JSON document, many in JSON lines. */
  static List<@Nullable Object> readAll(Reader reader) {
    List<@Nullable Object> values = new ArrayList<>();
    try (JsonParser parser = FACTORY.createParser(reader)) {
      while (parser.nextToken() != null) {
        values.add(value(parser));
      }
    } catch (JsonProcessingException e) {
      throw new JsonFormatException(describe(e), e);
    } catch (IOException e) {
      throw new JsonFormatException("cannot be read: " + e.getMessage(), e);
    }
    return values;
  }

  private static String describe(JsonProcessingException e) {
    if (e.getLocation() == null) {
      return "not valid JSON: " + e.getOriginalMessage();
    }
    return "not valid JSON at line %d, column %d: %s"
        .formatted(
            e.getLocation().getLineNr(), e.getLocation().getColumnNr(), e.getOriginalMessage());
  }

  private static @Nullable Object value(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonNumber(parser.getText());
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> throw new AssertionError(token);
    };
  }

  private static Map<String, @Nullable Object> object(JsonParser parser) throws IOException {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      members.put(name, value(parser));
    }
    return members;
  }

  private static List<@Nullable Object> array(JsonParser parser) throws IOException {
    List<@Nullable Object> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      elements.add(value(parser));
    }
    return elements;
  }
}
