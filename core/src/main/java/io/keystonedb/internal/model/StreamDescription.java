package io.keystonedb.internal.model;

import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stream as described.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_StreamDescription.html">StreamDescription</a>
 */
public record StreamDescription(
    @Nullable String streamArn,
    @Nullable String streamLabel,
    @Nullable String streamStatus,
    @Nullable String streamViewType,
    @Nullable Instant creationRequestDateTime,
    @Nullable String tableName,
    @Nullable List<KeySchemaElement> keySchema,
    @Nullable List<ShardDescription> shards,
    @Nullable String lastEvaluatedShardId) {
  /** The shape of this record. */
  public static final Structure SHAPE =
      Structure.of(
          StreamDescription.class,
          Member.optional("StreamArn", Shapes.TEXT),
          Member.optional("StreamLabel", Shapes.TEXT),
          Member.optional("StreamStatus", Shapes.TEXT),
          Member.optional("StreamViewType", Shapes.TEXT),
          Member.optional("CreationRequestDateTime", Shapes.TIMESTAMP),
          Member.optional("TableName", Shapes.TEXT),
          Member.optional("KeySchema", Shapes.listOf(KeySchemaElement.SHAPE)),
          Member.optional("Shards", Shapes.listOf(ShardDescription.SHAPE)),
          Member.optional("LastEvaluatedShardId", Shapes.TEXT));
}
