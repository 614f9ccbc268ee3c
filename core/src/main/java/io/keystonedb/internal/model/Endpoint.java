package io.keystonedb.internal.model;

import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import org.jspecify.annotations.Nullable;

/**
 * An address of the service.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Endpoint.html">Endpoint</a>
 */
public record Endpoint(@Nullable String address, @Nullable Long cachePeriodInMinutes) {
  /** The shape of this record. */
  public static final Structure SHAPE =
      Structure.of(
          Endpoint.class,
          Member.optional("Address", Shapes.TEXT),
          Member.optional("CachePeriodInMinutes", Shapes.LONG));
}
