package io.keystonedb.internal.model;

import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import org.jspecify.annotations.Nullable;

/**
 * The state of expiry on a table.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TimeToLiveDescription.html">TimeToLiveDescription</a>
 */
public record TimeToLiveDescription(
    @Nullable String timeToLiveStatus, @Nullable String attributeName) {
  /** The shape of this record. */
  public static final Structure SHAPE =
      Structure.of(
          TimeToLiveDescription.class,
          Member.optional("TimeToLiveStatus", Shapes.TEXT),
          Member.optional("AttributeName", Shapes.TEXT));
}
