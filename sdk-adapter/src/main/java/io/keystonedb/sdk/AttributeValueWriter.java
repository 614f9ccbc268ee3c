package io.keystonedb.sdk;

import io.keystonedb.Item;
import io.keystonedb.Value;
import io.keystonedb.internal.value.SetOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Makes the SDK's attribute values from the engine's. */
final class AttributeValueWriter {
  private AttributeValueWriter() {}

  /** An item in the form of the SDK's builders; its values are made when it is read. */
  static Map<String, AttributeValue> writeItem(Item item) {
    return new SdkItem(item);
  }

  static AttributeValue write(Value value) {
    AttributeValue.Builder builder = AttributeValue.builder();
    // The two most frequent types come first, ahead of the virtual call that tells the others.
    if (value instanceof Value.S text) {
      return builder.s(text.value()).build();
    }
    if (value instanceof Value.N number) {
      return builder.n(number.text()).build();
    }
    switch (value.type()) {
      case S, N -> throw new IllegalStateException("written above");
      case B -> builder.b(bytes((Value.B) value));
      case BOOL -> builder.bool(((Value.Bool) value).value());
      case NULL -> builder.nul(true);
      case L -> builder.l(list(((Value.L) value).values()));
      case M -> builder.m(writeItem(((Value.M) value).values()));
      case SS -> builder.ss(SetOrder.of((Value.SS) value));
      case NS -> builder.ns(numbers(SetOrder.of((Value.NS) value)));
      case BS -> builder.bs(binaries(SetOrder.of((Value.BS) value)));
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

  private static List<String> numbers(List<Value.N> set) {
    List<String> texts = new ArrayList<>(set.size());
    for (Value.N number : set) {
      texts.add(number.text());
    }
    return texts;
  }

  private static List<SdkBytes> binaries(List<Value.B> set) {
    List<SdkBytes> binaries = new ArrayList<>(set.size());
    for (Value.B binary : set) {
      binaries.add(bytes(binary));
    }
    return binaries;
  }
}
