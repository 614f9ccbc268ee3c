package io.keystonedb.internal.model;

import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Which shards a description is to list: the children of one.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_ShardFilter.html">ShardFilter</a>
 */
public record ShardFilter(@Nullable String type, @Nullable String shardId) {
  /** The shape of this record. */
  public static final Structure SHAPE =
      Structure.of(
          ShardFilter.class,
          Member.required("Type", Shapes.oneOf("CHILD_SHARDS")),
          Member.required("ShardId", Shapes.SHARD_ID));
}
