package io.keystonedb.conformance.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/**
 * JSON as plain Java: maps sorted by name, lists, strings, {@link Number numbers} that are printed
 * in their shortest form, booleans and null.
 */
final class Json {
  private Json() {}

  /** A number, by its text without trailing zeros. */
  private record Number(String text) {
    @Override
    public String toString() {
      return text;
    }
  }

  static Object parse(String text) {
    return plain(JsonNode.parser().parse(text));
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> parseObject(String text) {
    return (Map<String, Object>) parse(text);
  }

  /** A member of an object, as an object; an empty one if it is absent. */
  @SuppressWarnings("unchecked")
  static Map<String, Object> object(Map<String, Object> parent, String name) {
    return (Map<String, Object>) parent.getOrDefault(name, Map.of());
  }

  /** A member of an object, as a list of objects; an empty one if it is absent. */
  @SuppressWarnings("unchecked")
  static List<Map<String, Object>> objects(Map<String, Object> parent, String name) {
    return (List<Map<String, Object>>) parent.getOrDefault(name, List.of());
  }

  private static Object plain(JsonNode node) {
    if (node.isObject()) {
      Map<String, Object> object = new TreeMap<>();
      node.asObject().forEach((name, member) -> object.put(name, plain(member)));
      return object;
    }
    if (node.isArray()) {
      List<Object> list = new ArrayList<>();
      node.asArray().forEach(element -> list.add(plain(element)));
      return list;
    }
    if (node.isNumber()) {
      return new Number(
          new java.math.BigDecimal(node.asNumber()).stripTrailingZeros().toPlainString());
    }
    if (node.isBoolean()) {
      return node.asBoolean();
    }
    return node.isNull() ? null : node.asString();
  }

  static String print(Object value) {
    if (value instanceof Map<?, ?> object) {
      return object.entrySet().stream()
          .map(member -> quote((String) member.getKey()) + ":" + print(member.getValue()))
          .collect(Collectors.joining(",", "{", "}"));
    }
    if (value instanceof List<?> list) {
      return list.stream().map(Json::print).collect(Collectors.joining(",", "[", "]"));
    }
    return value instanceof String text ? quote(text) : String.valueOf(value);
  }

  private static String quote(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ') {
        quoted.append("\\u%04x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
