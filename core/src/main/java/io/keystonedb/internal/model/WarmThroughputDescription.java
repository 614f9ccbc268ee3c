package io.keystonedb.internal.model;

import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import org.jspecify.annotations.Nullable;

/**
 * What a table or index takes at once, in units per second, as described.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TableWarmThroughputDescription.html">TableWarmThroughputDescription</a>
 */
public record WarmThroughputDescription(
    @Nullable Long readUnitsPerSecond,
    @Nullable Long writeUnitsPerSecond,
    @Nullable String status) {
  /** The shape of this record. */
  public static final Structure SHAPE =
      Structure.of(
          WarmThroughputDescription.class,
          Member.optional("ReadUnitsPerSecond", Shapes.LONG),
          Member.optional("WriteUnitsPerSecond", Shapes.LONG),
          Member.optional("Status", Shapes.TEXT));
}
