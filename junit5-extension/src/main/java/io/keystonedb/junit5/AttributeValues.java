package io.keystonedb.junit5;

import io.keystonedb.Item;
import io.keystonedb.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Items in the SDK's form. */
final class AttributeValues {
  private AttributeValues() {}

  static Map<String, AttributeValue> of(Item item) {
    Map<String, AttributeValue> values = new LinkedHashMap<>();
    item.forEach((name, value) -> values.put(name, of(value)));
    return values;
  }

  private static AttributeValue of(Value value) {
    AttributeValue.Builder builder = AttributeValue.builder();
    if (value instanceof Value.S text) {
      builder.s(text.value());
    } else if (value instanceof Value.N number) {
      builder.n(number.text());
    } else if (value instanceof Value.B bytes) {
      builder.b(SdkBytes.fromByteArray(bytes.toByteArray()));
    } else if (value instanceof Value.Bool bool) {
      builder.bool(bool.value());
    } else if (value instanceof Value.Null) {
      builder.nul(true);
    } else if (value instanceof Value.L list) {
      builder.l(list.values().stream().map(AttributeValues::of).toList());
    } else if (value instanceof Value.M map) {
      builder.m(of(map.values()));
    } else if (value instanceof Value.SS texts) {
      builder.ss(texts.values());
    } else if (value instanceof Value.NS numbers) {
      builder.ns(numbers.values().stream().map(Value.N::text).toList());
    } else if (value instanceof Value.BS all) {
      builder.bs(all.values().stream().map(b -> SdkBytes.fromByteArray(b.toByteArray())).toList());
    }
    return builder.build();
  }
}
