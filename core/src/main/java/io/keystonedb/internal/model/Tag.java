package io.keystonedb.internal.model;

import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import org.jspecify.annotations.Nullable;

/**
 * A tag of a resource. Its rules are no declared constraints of the service.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Tag.html">Tag</a>
 */
public record Tag(@Nullable String key, @Nullable String value) {
  /** The shape of this record. */
  public static final Structure SHAPE =
      Structure.of(
          Tag.class, Member.optional("Key", Shapes.TEXT), Member.optional("Value", Shapes.TEXT));
}
