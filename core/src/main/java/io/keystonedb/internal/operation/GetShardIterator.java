package io.keystonedb.internal.operation;

import io.keystonedb.KeystoneException;
import io.keystonedb.internal.engine.Engine;
import io.keystonedb.internal.engine.RequestContext;
import io.keystonedb.internal.engine.RowReader;
import io.keystonedb.internal.engine.SequenceNumbers;
import io.keystonedb.internal.engine.Shard;
import io.keystonedb.internal.engine.StreamDefinition;
import io.keystonedb.internal.engine.StreamReader;
import io.keystonedb.internal.engine.Streams;
import io.keystonedb.internal.model.Shapes;
import io.keystonedb.internal.shape.Constraint;
import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Shape;
import io.keystonedb.internal.shape.Structure;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Gives an iterator over a shard.
 *
 * <p>Order of checks: declared constraints, presence of the position, stream, shard, whether the
 * position is in it and retained.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_GetShardIterator.html">GetShardIterator</a>
 */
public final class GetShardIterator
    extends StreamsOperation<GetShardIterator.Input, GetShardIterator.Output> {

  /** The request. */
  public record Input(
      @Nullable String streamArn,
      @Nullable String shardId,
      @Nullable String shardIteratorType,
      @Nullable String sequenceNumber,
      @Nullable Instant timestamp) {
    static final Structure SHAPE =
        Structure.of(
            Input.class,
            Member.required("StreamArn", Shapes.STREAM_ARN),
            Member.required("ShardId", Shapes.SHARD_ID),
            Member.required(
                "ShardIteratorType",
                Shapes.oneOf(
                    "TRIM_HORIZON",
                    "LATEST",
                    "AT_SEQUENCE_NUMBER",
                    "AFTER_SEQUENCE_NUMBER",
                    "AT_TIMESTAMP")),
            Member.optional(
                "SequenceNumber",
                new Shape.Text(
                    List.of(new Constraint.MinLength(21), new Constraint.MaxLength(40)))),
            Member.optional("Timestamp", Shapes.TIMESTAMP));
  }

  /** The answer. */
  public record Output(@Nullable String shardIterator) {
    static final Structure SHAPE =
        Structure.of(Output.class, Member.optional("ShardIterator", Shapes.TEXT));
  }

  GetShardIterator() {
    super(Input.class, Input.SHAPE, Output.SHAPE);
  }

  @Override
  Output execute(RequestContext context, Input request) {
    Engine engine = context.engine();
    checkPosition(request);
    String arn = Objects.requireNonNull(request.streamArn());
    Instant now = context.now();
    return engine.read(
        rows -> {
          StreamDefinition stream = Streams.require(context, rows, arn);
          Shard shard =
              StreamErrors.requireShard(stream, Objects.requireNonNull(request.shardId()));
          long horizon = StreamReader.horizon(rows, stream, now);
          long position = position(rows, stream, shard, request, horizon);
          return new Output(new ShardIterator(arn, shard.id(), position, now).text());
        });
  }

  private static void checkPosition(Input request) {
    String type = Objects.requireNonNull(request.shardIteratorType());
    if (type.equals("AT_TIMESTAMP") && request.timestamp() == null) {
      throw KeystoneException.validation(
          "Timestamp must be provided when ShardIteratorType is AT_TIMESTAMP");
    }
    if (type.endsWith("_SEQUENCE_NUMBER") && request.sequenceNumber() == null) {
      throw KeystoneException.validation(
          "SequenceNumber must be provided when ShardIteratorType is " + type);
    }
    if (!type.endsWith("_SEQUENCE_NUMBER") && request.sequenceNumber() != null) {
      throw KeystoneException.validation(
          "SequenceNumber must not be provided when ShardIteratorType is " + type);
    }
  }

  /** The sequence of the record to begin with, at the lowest. */
  private static long position(
      RowReader rows, StreamDefinition stream, Shard shard, Input request, long horizon) {
    long first = Math.max(shard.firstSequence(), horizon);
    return switch (Objects.requireNonNull(request.shardIteratorType())) {
      case "TRIM_HORIZON" -> first;
      case "LATEST" -> Math.max(first, StreamReader.lastSequence(rows, stream.number()) + 1);
      case "AT_TIMESTAMP" ->
          Math.max(
              first,
              StreamReader.firstSince(rows, stream, Objects.requireNonNull(request.timestamp())));
      case "AT_SEQUENCE_NUMBER" -> retained(sequence(shard, request), horizon);
      default -> retained(sequence(shard, request) + 1, horizon);
    };
  }

  private static long sequence(Shard shard, Input request) {
    long sequence;
    try {
      sequence = SequenceNumbers.parse(Objects.requireNonNull(request.sequenceNumber()));
    } catch (NumberFormatException e) {
      throw invalidSequence();
    }
    Long last = shard.lastSequence();
    if (sequence < shard.firstSequence() || (last != null && sequence > last)) {
      throw invalidSequence();
    }
    return sequence;
  }

  private static KeystoneException invalidSequence() {
    return KeystoneException.validation("Invalid SequenceNumber");
  }

  private static long retained(long position, long horizon) {
    if (position < horizon) {
      throw StreamErrors.trimmed();
    }
    return position;
  }
}
