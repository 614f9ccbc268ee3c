package io.keystonedb.internal.validation;

import io.keystonedb.Item;
import io.keystonedb.internal.shape.Decoded;
import io.keystonedb.internal.shape.Shape;
import io.keystonedb.internal.shape.Structure;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Prints members of a request as the service does in its messages: lists as {@code [a, b]}, maps as
 * {@code {k=v}}, structures as {@code KeySchemaElement(attributeName=pk, keyType=HASH)}.
 */
final class Printer {
  private Printer() {}

  static String print(Shape shape, @Nullable Object value) {
    if (value == null) {
      return "null";
    }
    if (shape instanceof Shape.ListOf list) {
      return ((List<?>) value)
          .stream()
              .map(element -> print(list.element(), element))
              .collect(Collectors.joining(", ", "[", "]"));
    }
    if (shape instanceof Shape.MapOf map) {
      return ((Map<?, ?>) value)
          .entrySet().stream()
              .map(entry -> entry.getKey() + "=" + print(map.value(), entry.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
    }
    if (shape instanceof Structure structure) {
      return structure(structure, (Record) value);
    }
    if (value instanceof Decoded<?> decoded) {
      return decoded.malformed() == null ? values(decoded.get()) : "{}";
    }
    return value.toString();
  }

  /** Attribute values have no form of their own on the service, only Java's. */
  private static String values(@Nullable Object values) {
    if (values instanceof Item item) {
      return item.keySet().stream()
          .map(name -> name + "=" + values(item.get(name)))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    return "com.amazonaws.dynamodb.v20120810.AttributeValue@"
        + Integer.toHexString(Objects.hashCode(values));
  }

  private static String structure(Structure structure, Record record) {
    StringBuilder text = new StringBuilder(structure.name()).append('(');
    for (int i = 0; i < structure.members().size(); i++) {
      text.append(i == 0 ? "" : ", ").append(structure.members().get(i).pathName()).append('=');
      text.append(print(structure.members().get(i).shape(), structure.get(record, i)));
    }
    return text.append(')').toString();
  }
}
