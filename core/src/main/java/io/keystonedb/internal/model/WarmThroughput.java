package io.keystonedb.internal.model;

import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import org.jspecify.annotations.Nullable;

/**
 * What a table or index takes at once, in units per second.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_WarmThroughput.html">WarmThroughput</a>
 */
public record WarmThroughput(
    @Nullable Long readUnitsPerSecond, @Nullable Long writeUnitsPerSecond) {
  /** The shape of this record. */
  public static final Structure SHAPE =
      Structure.of(
          WarmThroughput.class,
          Member.optional("ReadUnitsPerSecond", Shapes.POSITIVE_LONG),
          Member.optional("WriteUnitsPerSecond", Shapes.POSITIVE_LONG));
}
