package io.keystonedb.internal.model;

import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Which attribute holds the time of expiry, and whether items expire.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TimeToLiveSpecification.html">TimeToLiveSpecification</a>
 */
public record TimeToLiveSpecification(@Nullable Boolean enabled, @Nullable String attributeName) {
  /** The shape of this record. */
  public static final Structure SHAPE =
      Structure.of(
          TimeToLiveSpecification.class,
          Member.required("Enabled", Shapes.FLAG),
          Member.required("AttributeName", Shapes.KEY_ATTRIBUTE_NAME));
}
