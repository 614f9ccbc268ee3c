package io.keystonedb.internal.model;

import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import org.jspecify.annotations.Nullable;

/**
 * One attribute of a key schema and its role in it.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_KeySchemaElement.html">KeySchemaElement</a>
 */
public record KeySchemaElement(@Nullable String attributeName, @Nullable String keyType) {
  /** The shape of this record. */
  public static final Structure SHAPE =
      Structure.of(
          KeySchemaElement.class,
          Member.required("AttributeName", Shapes.KEY_ATTRIBUTE_NAME),
          Member.required("KeyType", Shapes.oneOf("HASH", "RANGE")));
}
