package io.keystonedb.internal.model;

import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Whether a table has a stream and what its records show.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_StreamSpecification.html">StreamSpecification</a>
 */
public record StreamSpecification(
    @Nullable Boolean streamEnabled, @Nullable String streamViewType) {
  /** The shape of this record. */
  public static final Structure SHAPE =
      Structure.of(
          StreamSpecification.class,
          Member.required("StreamEnabled", Shapes.FLAG),
          Member.optional(
              "StreamViewType",
              Shapes.oneOf("NEW_IMAGE", "OLD_IMAGE", "NEW_AND_OLD_IMAGES", "KEYS_ONLY")));
}
