package io.keystonedb.migration;

import io.keystonedb.ValueType;
import io.keystonedb.internal.json.JsonOutput;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Writes the SDK's values in the service's JSON, whatever they are; attributes by their names. */
final class ValueJson {
  private ValueJson() {}

  static String item(Map<String, AttributeValue> item) {
    JsonOutput out = new JsonOutput();
    item(item, out);
    return text(out);
  }

  static String value(AttributeValue value) {
    JsonOutput out = new JsonOutput();
    value(value, out);
    return text(out);
  }

  static String text(JsonOutput out) {
    return new String(out.array(), 0, out.size(), StandardCharsets.UTF_8);
  }

  static void item(Map<String, AttributeValue> item, JsonOutput out) {
    out.beginObject();
    new TreeMap<>(item)
        .forEach(
            (name, value) -> {
              out.name(name);
              value(value, out);
            });
    out.endObject();
  }

  static void value(AttributeValue value, JsonOutput out) {
    out.beginObject();
    ValueType type = ValueTypes.of(value);
    if (type != null) {
      out.name(type.name());
      content(type, value, out);
    }
    out.endObject();
  }

  private static void content(ValueType type, AttributeValue value, JsonOutput out) {
    switch (type) {
      case S -> out.string(value.s());
      case N -> out.string(value.n());
      case B -> binary(value.b(), out);
      case BOOL -> out.literal(value.bool().toString());
      case NULL -> out.literal(value.nul().toString());
      case M -> item(value.m(), out);
      case L -> {
        out.beginArray();
        value.l().forEach(element -> value(element, out));
        out.endArray();
      }
      case SS -> strings(value.ss(), out);
      case NS -> strings(value.ns(), out);
      case BS -> {
        out.beginArray();
        value.bs().forEach(element -> binary(element, out));
        out.endArray();
      }
    }
  }

  private static void strings(Iterable<String> texts, JsonOutput out) {
    out.beginArray();
    texts.forEach(out::string);
    out.endArray();
  }

  private static void binary(SdkBytes bytes, JsonOutput out) {
    out.plainString(Base64.getEncoder().encode(bytes.asByteArrayUnsafe()));
  }
}
