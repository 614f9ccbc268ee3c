package io.keystonedb.internal.operation;

import io.keystonedb.internal.engine.Engine;
import io.keystonedb.internal.engine.RequestContext;
import io.keystonedb.internal.engine.StreamArn;
import io.keystonedb.internal.engine.StreamDefinition;
import io.keystonedb.internal.engine.Streams;
import io.keystonedb.internal.model.Shapes;
import io.keystonedb.internal.model.Stream;
import io.keystonedb.internal.shape.Constraint;
import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Shape;
import io.keystonedb.internal.shape.Structure;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lists streams, of one table or of all, up to 100 at a time: those that are enabled, and for a day
 * those that were.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_ListStreams.html">ListStreams</a>
 */
public final class ListStreams extends StreamsOperation<ListStreams.Input, ListStreams.Output> {
  private static final int MAX_STREAMS = 100;

  /** The request. */
  public record Input(
      @Nullable String tableName,
      @Nullable Integer limit,
      @Nullable String exclusiveStartStreamArn) {
    static final Structure SHAPE =
        Structure.of(
            Input.class,
            Member.optional("TableName", Shapes.TABLE_NAME),
            Member.optional(
                "Limit",
                new Shape.Whole(
                    false, List.of(new Constraint.Min(1), new Constraint.Max(MAX_STREAMS)))),
            Member.optional("ExclusiveStartStreamArn", Shapes.STREAM_ARN));
  }

  /** The answer. */
  public record Output(@Nullable List<Stream> streams, @Nullable String lastEvaluatedStreamArn) {
    static final Structure SHAPE =
        Structure.of(
            Output.class,
            Member.optional("Streams", Shapes.listOf(Stream.SHAPE)),
            Member.optional("LastEvaluatedStreamArn", Shapes.TEXT));
  }

  ListStreams() {
    super(Input.class, Input.SHAPE, Output.SHAPE);
  }

  @Override
  Output execute(RequestContext context, Input request) {
    Engine engine = context.engine();
    int limit = request.limit() == null ? MAX_STREAMS : request.limit();
    String start = request.exclusiveStartStreamArn();
    StreamArn after = start == null ? null : StreamArn.parse(start);
    Instant now = context.now();
    List<StreamDefinition> found =
        engine.read(rows -> Streams.list(rows, request.tableName(), after, limit + 1, now));
    List<Stream> streams =
        found.stream().limit(limit).map(stream -> summary(engine, stream)).toList();
    return new Output(streams, found.size() > limit ? streams.get(limit - 1).streamArn() : null);
  }

  private static Stream summary(Engine engine, StreamDefinition stream) {
    return new Stream(
        engine.account().streamArn(stream.tableName(), stream.label()),
        stream.tableName(),
        stream.label());
  }
}
