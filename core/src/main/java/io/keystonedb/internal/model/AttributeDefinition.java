package io.keystonedb.internal.model;

import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import org.jspecify.annotations.Nullable;

/**
 * A key attribute of a table or an index, and its type.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeDefinition.html">AttributeDefinition</a>
 */
public record AttributeDefinition(@Nullable String attributeName, @Nullable String attributeType) {
  /** The shape of this record. */
  public static final Structure SHAPE =
      Structure.of(
          AttributeDefinition.class,
          Member.required("AttributeName", Shapes.KEY_ATTRIBUTE_NAME),
          Member.required("AttributeType", Shapes.oneOf("B", "N", "S")));
}
