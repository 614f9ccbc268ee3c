package io.keystonedb.sdk;

import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Shape;
import io.keystonedb.internal.shape.Structure;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Walks SDK shapes and our structures side by side and notes where they differ. */
final class ShapeComparison {
  /** Members the SDK has and we don't, as {@code Structure.Member}. */
  final TreeSet<String> missing = new TreeSet<>();

  /** Members we have and the SDK doesn't. */
  final TreeSet<String> unknown = new TreeSet<>();

  /** Members that are of different kinds. */
  final TreeSet<String> differing = new TreeSet<>();

  void compare(String name, Structure structure, SdkPojo shape) {
    Map<String, SdkField<?>> fields = new TreeMap<>();
    shape.sdkFields().forEach(field -> fields.put(field.locationName(), field));
    for (Member member : structure.members()) {
      SdkField<?> field = fields.remove(member.name());
      if (field == null) {
        unknown.add(name + "." + member.name());
      } else {
        compare(name + "." + member.name(), member.shape(), field);
      }
    }
    fields.keySet().forEach(field -> missing.add(name + "." + field));
  }

  private void compare(String name, Shape shape, SdkField<?> field) {
    if (!sameKind(shape, field)) {
      differing.add(name + " is " + shape + " here and " + field.marshallingType() + " there");
      return;
    }
    if (shape instanceof Structure structure) {
      compare(nameOf(field), structure, field.constructor().get());
    } else if (shape instanceof Shape.ListOf list) {
      compare(name, list.element(), field.getTrait(ListTrait.class).memberFieldInfo());
    } else if (shape instanceof Shape.MapOf map) {
      compare(name, map.value(), field.getTrait(MapTrait.class).valueFieldInfo());
    }
  }

  private static String nameOf(SdkField<?> field) {
    return field.constructor().get().getClass().getEnclosingClass().getSimpleName();
  }

  private static boolean sameKind(Shape shape, SdkField<?> field) {
    MarshallingType<?> type = field.marshallingType();
    if (shape instanceof Shape.Text) {
      return type == MarshallingType.STRING;
    }
    if (shape instanceof Shape.Whole whole) {
      return type == (whole.wide() ? MarshallingType.LONG : MarshallingType.INTEGER);
    }
    if (shape instanceof Shape.Flag) {
      return type == MarshallingType.BOOLEAN;
    }
    if (shape instanceof Shape.Fraction) {
      return type == MarshallingType.DOUBLE;
    }
    if (shape instanceof Shape.Timestamp) {
      return type == MarshallingType.INSTANT;
    }
    if (shape instanceof Shape.ListOf) {
      return type == MarshallingType.LIST;
    }
    if (shape instanceof Shape.AttributeMap) {
      return type == MarshallingType.MAP
          && isAttributeValue(field.getTrait(MapTrait.class).valueFieldInfo());
    }
    if (shape instanceof Shape.MapOf) {
      return type == MarshallingType.MAP;
    }
    return type == MarshallingType.SDK_POJO
        && (shape instanceof Shape.AttributeValue) == isAttributeValue(field);
  }

  private static boolean isAttributeValue(SdkField<?> field) {
    return field.marshallingType() == MarshallingType.SDK_POJO
        && field.constructor().get() instanceof AttributeValue.Builder;
  }
}
