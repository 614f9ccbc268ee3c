package io.keystonedb.internal.json;

import io.keystonedb.KeystoneException;
import io.keystonedb.Value;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a value in DynamoDB JSON: an object whose one member is named after the type. Numbers are
 * strings as in the service; bare ones are accepted too. Stateless.
 */
final class TypedValue {
  private TypedValue() {}

  static Value read(@Nullable Object json, String path) {
    if (!(json instanceof Map<?, ?> map) || map.size() != 1) {
      throw new JsonFormatException(
          "attribute %s: an object with one member that is named after the type, as {\"S\":\"text\"}, was expected, not %s"
              .formatted(path, json));
    }
    Map.Entry<?, ?> only = map.entrySet().iterator().next();
    try {
      return typed((String) only.getKey(), only.getValue(), path);
    } catch (KeystoneException | IllegalArgumentException e) {
      throw new JsonFormatException("attribute " + path + ": " + e.getMessage(), e);
    }
  }

  private static Value typed(String type, @Nullable Object json, String path) {
    return switch (type) {
      case "S" -> Value.string(of(String.class, type, json, path));
      case "N" -> ItemJson.number(numberText(type, json, path), path);
      case "B" -> bytes(of(String.class, type, json, path));
      case "BOOL" -> Value.bool(of(Boolean.class, type, json, path));
      case "NULL" -> nul(json, path);
      case "L" -> list(of(List.class, type, json, path), path);
      case "M" -> map(of(Map.class, type, json, path), path);
      case "SS" -> Value.stringSet(texts(type, json, path).toArray(String[]::new));
      case "NS" -> Value.numberSet(texts(type, json, path).toArray(String[]::new));
      case "BS" -> Value.BS.of(texts(type, json, path).stream().map(TypedValue::bytes).toList());
      default ->
          throw new JsonFormatException(
              "attribute %s: there is no type \"%s\"; the types are S, N, B, BOOL, NULL, L, M, SS, NS and BS"
                  .formatted(path, type));
    };
  }

  private static Value.B bytes(String base64) {
    return Value.binary(Base64.getDecoder().decode(base64));
  }

  private static Value nul(@Nullable Object json, String path) {
    if (of(Boolean.class, "NULL", json, path)) {
      return Value.nul();
    }
    throw wrong("NULL", json, path);
  }

  private static Value list(List<?> elements, String path) {
    List<Value> values = new ArrayList<>(elements.size());
    for (Object element : elements) {
      values.add(read(element, path + "[" + values.size() + "]"));
    }
    return Value.list(values);
  }

  private static Value map(Map<?, ?> members, String path) {
    Map<String, Value> values = new LinkedHashMap<>();
    members.forEach((name, value) -> values.put((String) name, read(value, path + "." + name)));
    return Value.map(values);
  }

  private static List<String> texts(String type, @Nullable Object json, String path) {
    List<String> texts = new ArrayList<>();
    for (Object element : of(List.class, type, json, path)) {
      texts.add(type.equals("NS") ? numberText(type, element, path) : string(type, element, path));
    }
    return texts;
  }

  private static String string(String type, @Nullable Object json, String path) {
    return of(String.class, type, json, path);
  }

  private static String numberText(String type, @Nullable Object json, String path) {
    return json instanceof JsonNumber number ? number.text() : string(type, json, path);
  }

  private static <T> T of(Class<T> expected, String type, @Nullable Object json, String path) {
    if (!expected.isInstance(json)) {
      throw wrong(type, json, path);
    }
    return expected.cast(json);
  }

  private static JsonFormatException wrong(String type, @Nullable Object json, String path) {
    return new JsonFormatException(
        "attribute %s: %s is not a value of type %s".formatted(path, json, type));
  }
}
