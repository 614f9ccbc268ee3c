package io.keystonedb.internal.model;

import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Ceilings of a table in on-demand mode, in request units per second.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_OnDemandThroughput.html">OnDemandThroughput</a>
 */
public record OnDemandThroughput(
    @Nullable Long maxReadRequestUnits, @Nullable Long maxWriteRequestUnits) {
  /** The shape of this record. */
  public static final Structure SHAPE =
      Structure.of(
          OnDemandThroughput.class,
          Member.optional("MaxReadRequestUnits", Shapes.LONG),
          Member.optional("MaxWriteRequestUnits", Shapes.LONG));
}
