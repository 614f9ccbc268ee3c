package io.keystonedb.conformance.golden;

import java.lang.reflect.InvocationTargetException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.utils.builder.Buildable;

/** Shapes of the SDK from JSON and as JSON, by the SDK's own description of them. */
final class SdkJson {
  private SdkJson() {}

  /**
   * A request of the SDK.
   *
   * @throws IllegalArgumentException if the SDK cannot express it: such a case is not for the SDK's
   *     entry points
   */
  static Object toSdk(Class<?> type, Map<String, Object> members) {
    try {
      return fill((SdkPojo) type.getMethod("builder").invoke(null), members);
    } catch (InvocationTargetException | NoSuchMethodException | IllegalAccessException e) {
      throw new AssertionError(type + " has no builder", e);
    }
  }

  private static Object fill(SdkPojo builder, Map<?, ?> members) {
    Map<String, SdkField<?>> fields =
        builder.sdkFields().stream()
            .collect(Collectors.toMap(SdkField::locationName, field -> field));
    members.forEach(
        (name, value) -> {
          SdkField<?> field = fields.get(name);
          require(field != null, "member " + name);
          field.set(builder, toSdk(field, value));
        });
    return ((Buildable) builder).build();
  }

  private static Object toSdk(SdkField<?> field, Object value) {
    MarshallingType<?> type = field.marshallingType();
    if (type == MarshallingType.LIST) {
      require(value instanceof List, value + " as " + field.locationName());
      SdkField<?> element = field.getTrait(ListTrait.class).memberFieldInfo();
      List<Object> list = new ArrayList<>();
      ((List<?>) value).forEach(each -> list.add(toSdk(element, each)));
      return list;
    }
    if (type == MarshallingType.MAP) {
      require(value instanceof Map, value + " as " + field.locationName());
      SdkField<?> element = field.getTrait(MapTrait.class).valueFieldInfo();
      Map<Object, Object> map = new LinkedHashMap<>();
      ((Map<?, ?>) value).forEach((name, each) -> map.put(name, toSdk(element, each)));
      return map;
    }
    if (type == MarshallingType.SDK_POJO) {
      require(value instanceof Map, value + " as " + field.locationName());
      return fill(field.constructor().get(), (Map<?, ?>) value);
    }
    if (value instanceof String text) {
      require(
          type == MarshallingType.STRING || type == MarshallingType.SDK_BYTES,
          '"' + text + "\" as " + field.locationName());
      return type == MarshallingType.STRING
          ? text
          : SdkBytes.fromByteArray(Base64.getDecoder().decode(text));
    }
    if (value instanceof BigDecimal number) {
      if (type == MarshallingType.INTEGER) {
        return number.intValueExact();
      }
      require(type == MarshallingType.LONG, number + " as " + field.locationName());
      return number.longValueExact();
    }
    require(
        value instanceof Boolean && type == MarshallingType.BOOLEAN,
        value + " as " + field.locationName());
    return value;
  }

  private static void require(boolean condition, String what) {
    if (!condition) {
      throw new IllegalArgumentException("the SDK cannot send " + what + ": limit \"through\"");
    }
  }

  /** The members that are there. */
  static Map<String, Object> toJson(SdkPojo shape) {
    Map<String, Object> members = new LinkedHashMap<>();
    for (SdkField<?> field : shape.sdkFields()) {
      Object value = field.getValueOrDefault(shape);
      boolean absent =
          value == null
              || value instanceof SdkAutoConstructList
              || value instanceof SdkAutoConstructMap;
      if (!absent) {
        members.put(field.locationName(), toJson(value));
      }
    }
    return members;
  }

  private static Object toJson(Object value) {
    if (value instanceof SdkPojo shape) {
      return toJson(shape);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(SdkJson::toJson).collect(Collectors.toCollection(ArrayList::new));
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> members = new LinkedHashMap<>();
      map.forEach((name, each) -> members.put((String) name, toJson(each)));
      return members;
    }
    if (value instanceof SdkBytes bytes) {
      return Base64.getEncoder().encodeToString(bytes.asByteArray());
    }
    if (value instanceof Instant time) {
      return BigDecimal.valueOf(time.toEpochMilli(), 3);
    }
    return value instanceof Number number ? new BigDecimal(number.toString()) : value;
  }
}
