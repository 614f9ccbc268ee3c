package io.keystonedb.internal.model;

import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import org.jspecify.annotations.Nullable;

/**
 * A shard as described; the service calls it {@code Shard}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_Shard.html">Shard</a>
 */
public record ShardDescription(
    @Nullable String shardId,
    @Nullable SequenceNumberRange sequenceNumberRange,
    @Nullable String parentShardId) {
  /** The shape of this record. */
  public static final Structure SHAPE =
      Structure.of(
          ShardDescription.class,
          Member.optional("ShardId", Shapes.TEXT),
          Member.optional("SequenceNumberRange", SequenceNumberRange.SHAPE),
          Member.optional("ParentShardId", Shapes.TEXT));
}
