package io.keystonedb.internal.model;

import io.keystonedb.internal.shape.Constraint;
import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Shape;
import io.keystonedb.internal.shape.Structure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tag of a resource.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Tag.html">Tag</a>
 */
public record Tag(@Nullable String key, @Nullable String value) {
  /** The shape of this record. */
  public static final Structure SHAPE =
      Structure.of(
          Tag.class,
          Member.required("Key", Shapes.TAG_KEY),
          Member.required("Value", new Shape.Text(List.of(new Constraint.MaxLength(256)))));
}
