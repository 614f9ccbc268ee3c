package io.keystonedb.internal.model;

import io.keystonedb.internal.shape.Constraint;
import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which attributes an index holds besides the keys.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Projection.html">Projection</a>
 */
public record Projection(@Nullable String projectionType, @Nullable List<String> nonKeyAttributes) {
  /** The shape of this record. */
  public static final Structure SHAPE =
      Structure.of(
          Projection.class,
          Member.optional("ProjectionType", Shapes.oneOf("ALL", "INCLUDE", "KEYS_ONLY")),
          Member.optional(
              "NonKeyAttributes",
              Shapes.listOf(
                  Shapes.KEY_ATTRIBUTE_NAME,
                  new Constraint.MinLength(1),
                  new Constraint.MaxLength(20))));
}
