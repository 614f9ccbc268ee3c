package io.keystonedb.sdk;

import io.keystonedb.Item;
import io.keystonedb.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Makes the SDK's attribute values from the engine's. */
final class AttributeValueWriter {
  private AttributeValueWriter() {}

  static Map<String, AttributeValue> writeItem(Item item) {
    int size = item.size();
    Map<String, AttributeValue> attributes = new LinkedHashMap<>(size * 4 / 3 + 1);
    for (int i = 0; i < size; i++) {
      attributes.put(item.nameAt(i), write(item.valueAt(i)));
    }
    return attributes;
  }

  static AttributeValue write(Value value) {
    AttributeValue.Builder builder = AttributeValue.builder();
    switch (value.type()) {
      case S -> builder.s(((Value.S) value).value());
      case N -> builder.n(((Value.N) value).text());
      case B -> builder.b(bytes((Value.B) value));
      case BOOL -> builder.bool(((Value.Bool) value).value());
      case NULL -> builder.nul(true);
      case L -> builder.l(list(((Value.L) value).values()));
      case M -> builder.m(writeItem(((Value.M) value).values()));
      case SS -> builder.ss(((Value.SS) value).values());
      case NS -> builder.ns(numbers((Value.NS) value));
      case BS -> builder.bs(binaries((Value.BS) value));
    }
    return builder.build();
  }

  private static SdkBytes bytes(Value.B value) {
    // The copy is ours alone, so there is no need for another one.
    return SdkBytes.fromByteArrayUnsafe(value.toByteArray());
  }

  private static List<AttributeValue> list(List<Value> values) {
    List<AttributeValue> list = new ArrayList<>(values.size());
    for (Value value : values) {
      list.add(write(value));
    }
    return list;
  }

  private static List<String> numbers(Value.NS set) {
    List<String> texts = new ArrayList<>(set.values().size());
    for (Value.N number : set.values()) {
      texts.add(number.text());
    }
    return texts;
  }

  private static List<SdkBytes> binaries(Value.BS set) {
    List<SdkBytes> binaries = new ArrayList<>(set.values().size());
    for (Value.B binary : set.values()) {
      binaries.add(bytes(binary));
    }
    return binaries;
  }
}
