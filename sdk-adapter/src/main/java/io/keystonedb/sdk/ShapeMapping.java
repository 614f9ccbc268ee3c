package io.keystonedb.sdk;

import io.keystonedb.internal.shape.Shape;
import io.keystonedb.internal.shape.Structure;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;

/**
 * How one kind of thing looks in the SDK and in the engine's records, both ways. Thread-safe.
 *
 * <p>Values are never null.
 */
interface ShapeMapping {
  /**
   * From the SDK's form to the record's.
   *
   * @param attribute the attribute, expression value or member it stands under, for errors
   * @throws io.keystonedb.KeystoneException if the engine has no member for what the user set
   */
  Object toRecord(Object sdkValue, String attribute);

  /** From the record's form to the SDK's. */
  Object toSdk(Object recordValue);

  /**
   * The mapping for a shape.
   *
   * @param field the SDK's description of it
   * @param operation the operation it belongs to, for errors
   * @param path where in the request, for errors
   */
  static ShapeMapping of(Shape shape, SdkField<?> field, String operation, String path) {
    if (shape instanceof Structure structure) {
      return new StructureMapping(structure, operation, path, field.constructor());
    }
    if (shape instanceof Shape.AttributeValue) {
      return ValueMapping.INSTANCE;
    }
    if (shape instanceof Shape.AttributeMap) {
      return ItemMapping.INSTANCE;
    }
    if (shape instanceof Shape.ListOf list) {
      SdkField<?> element = field.getRequiredTrait(ListTrait.class).memberFieldInfo();
      return new ListMapping(of(list.element(), element, operation, path), operation, path);
    }
    if (shape instanceof Shape.MapOf map) {
      SdkField<?> value = field.getRequiredTrait(MapTrait.class).valueFieldInfo();
      return new MapMapping(of(map.value(), value, operation, path));
    }
    return SameMapping.INSTANCE;
  }
}
