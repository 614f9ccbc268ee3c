package io.keystonedb.internal.model;

import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Who made a change, if it was the service itself.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_Identity.html">Identity</a>
 */
public record Identity(@Nullable String principalId, @Nullable String type) {
  /** The shape of this record. */
  public static final Structure SHAPE =
      Structure.of(
          Identity.class,
          Member.optional("PrincipalId", Shapes.TEXT),
          Member.optional("Type", Shapes.TEXT));
}
