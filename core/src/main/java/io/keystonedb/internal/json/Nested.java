package io.keystonedb.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.keystonedb.internal.shape.Shape;
import io.keystonedb.internal.shape.Structure;

/**
 * The service's words for JSON of another type than a declared list, map or structure. They depend
 * on where it stands: as a member of a structure, or as an element of a list or map. Stateless.
 */
final class Nested {
  static final String STRUCTURE_FOUND = "Start of structure or map found where not expected";

  private static final String MODEL = "com.amazonaws.dynamodb.v20120810.";

  /** What the service's reader falls over where a collection holds collections. */
  private static final String GENERIC_ELEMENT =
      "class sun.reflect.generics.reflectiveObjects.ParameterizedTypeImpl cannot be cast to class"
          + " java.lang.Class (sun.reflect.generics.reflectiveObjects.ParameterizedTypeImpl and"
          + " java.lang.Class are in module java.base of loader 'bootstrap')";

  private Nested() {}

  static void requireStructure(JsonParser parser, String name, boolean isElement) {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return;
    }
    if (token == JsonToken.START_ARRAY) {
      throw new ConversionException("Unrecognized collection type class " + MODEL + name);
    }
    throw new ConversionException(
        isElement ? "Unexpected value type in payload" : "Unexpected field type");
  }

  static void requireList(JsonParser parser, boolean isElement) {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_ARRAY) {
      return;
    }
    if (isElement) {
      throw new ConversionException(GENERIC_ELEMENT);
    }
    throw new ConversionException(
        token == JsonToken.START_OBJECT ? STRUCTURE_FOUND : "Unexpected field type");
  }

  static void requireMap(JsonParser parser, Shape value, boolean isElement) {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return;
    }
    if (isElement) {
      throw new ConversionException(GENERIC_ELEMENT);
    }
    throw new ConversionException(
        token == JsonToken.START_ARRAY
            ? "Unrecognized collection type java.util.Map<java.lang.String, "
                + javaType(value)
                + ">"
            : "Unexpected field type");
  }

  private static String javaType(Shape shape) {
    if (shape instanceof Structure structure) {
      return MODEL + structure.name();
    }
    if (shape instanceof Shape.AttributeValue) {
      return MODEL + "AttributeValue";
    }
    if (shape instanceof Shape.ListOf list) {
      return "java.util.List<" + javaType(list.element()) + ">";
    }
    if (shape instanceof Shape.AttributeMap) {
      return "java.util.Map<java.lang.String, " + MODEL + "AttributeValue>";
    }
    if (shape instanceof Shape.MapOf map) {
      return "java.util.Map<java.lang.String, " + javaType(map.value()) + ">";
    }
    return "java.lang.String";
  }
}
