package io.keystonedb.internal.operation;

import io.keystonedb.internal.engine.Engine;
import io.keystonedb.internal.engine.RequestContext;
import io.keystonedb.internal.engine.SequenceNumbers;
import io.keystonedb.internal.engine.Shard;
import io.keystonedb.internal.engine.StreamDefinition;
import io.keystonedb.internal.engine.Streams;
import io.keystonedb.internal.engine.TableDescriptions;
import io.keystonedb.internal.model.SequenceNumberRange;
import io.keystonedb.internal.model.Shapes;
import io.keystonedb.internal.model.ShardDescription;
import io.keystonedb.internal.model.ShardFilter;
import io.keystonedb.internal.model.StreamDescription;
import io.keystonedb.internal.shape.Constraint;
import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Shape;
import io.keystonedb.internal.shape.Structure;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Describes a stream: its state and its shards, up to 100 at a time.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_DescribeStream.html">DescribeStream</a>
 */
public final class DescribeStream
    extends StreamsOperation<DescribeStream.Input, DescribeStream.Output> {
  private static final int MAX_SHARDS = 100;

  /** The request. */
  public record Input(
      @Nullable String streamArn,
      @Nullable Integer limit,
      @Nullable String exclusiveStartShardId,
      @Nullable ShardFilter shardFilter) {
    static final Structure SHAPE =
        Structure.of(
            Input.class,
            Member.required("StreamArn", Shapes.STREAM_ARN),
            Member.optional(
                "Limit",
                new Shape.Whole(
                    false, List.of(new Constraint.Min(1), new Constraint.Max(MAX_SHARDS)))),
            Member.optional("ExclusiveStartShardId", Shapes.SHARD_ID),
            Member.optional("ShardFilter", ShardFilter.SHAPE));
  }

  /** The answer. */
  public record Output(@Nullable StreamDescription streamDescription) {
    static final Structure SHAPE =
        Structure.of(Output.class, Member.optional("StreamDescription", StreamDescription.SHAPE));
  }

  DescribeStream() {
    super(Input.class, Input.SHAPE, Output.SHAPE);
  }

  @Override
  Output execute(RequestContext context, Input request) {
    Engine engine = context.engine();
    String arn = Objects.requireNonNull(request.streamArn());
    StreamDefinition stream = engine.read(rows -> Streams.require(context, rows, arn));
    int limit = request.limit() == null ? MAX_SHARDS : request.limit();
    List<Shard> listed =
        stream.shards().stream().filter(shard -> isAskedFor(shard, request)).toList();
    List<ShardDescription> shards =
        listed.stream().limit(limit).map(DescribeStream::describe).toList();
    return new Output(
        new StreamDescription(
            arn,
            stream.label(),
            stream.status(context.now()),
            stream.viewType(),
            stream.createdAt(),
            stream.tableName(),
            TableDescriptions.keySchema(stream.key()),
            shards,
            listed.size() > limit ? shards.get(limit - 1).shardId() : null));
  }

  private static boolean isAskedFor(Shard shard, Input request) {
    String start = request.exclusiveStartShardId();
    ShardFilter filter = request.shardFilter();
    String parent = filter == null ? null : filter.shardId();
    // The ids of a stream's shards grow, so the one to start after need not exist any more.
    return (start == null || shard.id().compareTo(start) > 0)
        && (parent == null || parent.equals(shard.parentId()));
  }

  private static ShardDescription describe(Shard shard) {
    Long last = shard.lastSequence();
    return new ShardDescription(
        shard.id(),
        new SequenceNumberRange(
            SequenceNumbers.text(shard.firstSequence()),
            last == null ? null : SequenceNumbers.text(last)),
        shard.parentId());
  }
}
