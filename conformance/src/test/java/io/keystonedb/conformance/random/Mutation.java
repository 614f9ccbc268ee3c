package io.keystonedb.conformance.random;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.utils.builder.SdkBuilder;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/**
 * Makes a request wrong in one place, whatever kind of request it is: the SDK's shapes describe
 * their members, so that a member anywhere in it can be left out or given something that does not
 * fit.
 */
final class Mutation {
  private final Random random;

  Mutation(Random random) {
    this.random = random;
  }

  /** The request with one member changed somewhere. */
  DynamoDbRequest of(DynamoDbRequest request) {
    return (DynamoDbRequest) structure(request);
  }

  private Object structure(SdkPojo pojo) {
    List<SdkField<?>> present = new ArrayList<>();
    for (SdkField<?> field : pojo.sdkFields()) {
      Object value = field.getValueOrDefault(pojo);
      boolean empty =
          value == null
              || (value instanceof Map<?, ?> map && map.isEmpty())
              || (value instanceof List<?> list && list.isEmpty());
      if (!empty) {
        present.add(field);
      }
    }
    if (present.isEmpty()) {
      return pojo;
    }
    SdkField<?> field = present.get(random.nextInt(present.size()));
    SdkBuilder<?, ?> builder = (SdkBuilder<?, ?>) ((ToCopyableBuilder<?, ?>) pojo).toBuilder();
    field.set(builder, changed(field, field.getValueOrDefault(pojo)));
    return builder.build();
  }

  private Object changed(SdkField<?> field, Object value) {
    if (field.memberName().startsWith("ExpressionAttribute")) {
      return withChangedValue((Map<?, ?>) value);
    }
    if (random.nextInt(8) == 0) {
      return null;
    }
    if (value instanceof String text) {
      return text(text);
    }
    if (field.marshallingType() == MarshallingType.INTEGER) {
      return oneOf(0, -1, 1, 1_000_001);
    }
    return value instanceof Boolean flag ? !flag : nested(value);
  }

  /** One name or value of an expression changed; RandomExpressions leaves some out. */
  private Object withChangedValue(Map<?, ?> map) {
    Map<Object, Object> copy = new LinkedHashMap<>(map);
    Object key = new ArrayList<>(map.keySet()).get(random.nextInt(map.size()));
    copy.put(key, map.get(key) instanceof String text ? text(text) : nested(map.get(key)));
    return copy;
  }

  private Object nested(Object value) {
    if (value instanceof AttributeValue attribute) {
      return attribute(attribute);
    }
    if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      Map<Object, Object> copy = new LinkedHashMap<>(map);
      List<Object> keys = new ArrayList<>(map.keySet());
      Object key = keys.get(random.nextInt(keys.size()));
      if (random.nextInt(5) == 0) {
        copy.remove(key);
      } else {
        copy.put(key, map.get(key) instanceof String text ? text(text) : nested(map.get(key)));
      }
      return copy;
    }
    if (value instanceof List<?> list && !list.isEmpty()) {
      List<Object> copy = new ArrayList<>(list);
      int at = random.nextInt(list.size());
      switch (random.nextInt(6)) {
        case 0 -> copy.remove(at);
        case 1 -> copy.add(list.get(at));
        default ->
            copy.set(at, list.get(at) instanceof String text ? text(text) : nested(list.get(at)));
      }
      return copy;
    }
    return value instanceof SdkPojo pojo ? structure(pojo) : value;
  }

  private String text(String text) {
    return switch (random.nextInt(5)) {
      case 0 -> "";
      case 1 -> text + "x";
      case 2 -> text.isEmpty() ? "x" : text.substring(1);
      case 3 -> text.toUpperCase(java.util.Locale.ROOT);
      default -> "x".repeat(1 + random.nextInt(3));
    };
  }

  private AttributeValue attribute(AttributeValue value) {
    return switch (random.nextInt(12)) {
      case 0 -> AttributeValue.builder().build();
      case 1 -> value.toBuilder().s("x").n("1").build();
      case 2 -> AttributeValue.fromN(oneOf("x", "", "1e200", "1e-200", "1".repeat(39), "1 "));
      case 3 -> AttributeValue.builder().nul(false).build();
      case 4 -> AttributeValue.builder().ss(List.of()).build();
      case 5 -> AttributeValue.builder().ns("1", "1.0").build();
      case 6 -> AttributeValue.builder().ss("a", "a").build();
      case 7 -> AttributeValue.builder().bs(SdkBytes.fromUtf8String("b")).build();
      case 8 -> AttributeValue.fromS("");
      case 9 -> AttributeValue.fromL(List.of(value, AttributeValue.builder().build()));
      case 10 -> AttributeValue.fromM(new HashMap<>(Map.of("x", value)));
      default -> AttributeValue.fromN("1");
    };
  }

  @SafeVarargs
  private <T> T oneOf(T... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
