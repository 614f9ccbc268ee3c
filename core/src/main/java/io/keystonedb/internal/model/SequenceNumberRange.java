package io.keystonedb.internal.model;

import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import org.jspecify.annotations.Nullable;

/**
 * The sequence numbers of a shard; an open one has no end.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_SequenceNumberRange.html">SequenceNumberRange</a>
 */
public record SequenceNumberRange(
    @Nullable String startingSequenceNumber, @Nullable String endingSequenceNumber) {
  /** The shape of this record. */
  public static final Structure SHAPE =
      Structure.of(
          SequenceNumberRange.class,
          Member.optional("StartingSequenceNumber", Shapes.TEXT),
          Member.optional("EndingSequenceNumber", Shapes.TEXT));
}
