package io.keystonedb.internal.model;

import io.keystonedb.Value;
import io.keystonedb.internal.shape.Decoded;
import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Shape;
import io.keystonedb.internal.shape.Structure;
import org.jspecify.annotations.Nullable;

/**
 * How an update changes one attribute, from before update expressions.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeValueUpdate.html">AttributeValueUpdate</a>
 */
public record AttributeValueUpdate(@Nullable Decoded<Value> value, @Nullable String action) {
  /** The shape of this record. */
  public static final Structure SHAPE =
      Structure.of(
          AttributeValueUpdate.class,
          Member.optional("Value", Shapes.ATTRIBUTE_VALUE),
          Member.optional("Action", Shapes.oneOf("ADD", "PUT", "DELETE")));

  /** Updates by the names of their attributes. */
  public static final Shape.MapOf MAP = Shapes.mapOf(SHAPE);
}
