package io.keystonedb.internal.operation;

import io.keystonedb.Change;
import io.keystonedb.internal.engine.Engine;
import io.keystonedb.internal.engine.RequestContext;
import io.keystonedb.internal.engine.Shard;
import io.keystonedb.internal.engine.StreamDefinition;
import io.keystonedb.internal.engine.StreamEntry;
import io.keystonedb.internal.engine.StreamReader;
import io.keystonedb.internal.engine.Streams;
import io.keystonedb.internal.model.ChangeRecord;
import io.keystonedb.internal.model.Identity;
import io.keystonedb.internal.model.Shapes;
import io.keystonedb.internal.model.StreamRecord;
import io.keystonedb.internal.shape.Constraint;
import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Shape;
import io.keystonedb.internal.shape.Structure;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads records of a shard, up to 1000 of them and 1 MB.
 *
 * <p>Order of checks: declared constraints, form of the iterator, its age, stream, shard, whether
 * the position is retained.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_GetRecords.html">GetRecords</a>
 */
public final class GetRecords extends StreamsOperation<GetRecords.Input, GetRecords.Output> {
  private static final int MAX_RECORDS = 1000;

  /** Who deletes items that have expired. */
  private static final Identity TIME_TO_LIVE = new Identity("dynamodb.amazonaws.com", "Service");

  /** The request. */
  public record Input(@Nullable String shardIterator, @Nullable Integer limit) {
    static final Structure SHAPE =
        Structure.of(
            Input.class,
            Member.required(
                "ShardIterator",
                new Shape.Text(
                    List.of(new Constraint.MinLength(1), new Constraint.MaxLength(2048)))),
            Member.optional(
                "Limit",
                new Shape.Whole(
                    false, List.of(new Constraint.Min(1), new Constraint.Max(MAX_RECORDS)))));
  }

  /** The answer. */
  public record Output(@Nullable List<ChangeRecord> records, @Nullable String nextShardIterator) {
    static final Structure SHAPE =
        Structure.of(
            Output.class,
            Member.optional("Records", Shapes.listOf(ChangeRecord.SHAPE)),
            Member.optional("NextShardIterator", Shapes.TEXT));
  }

  GetRecords() {
    super(Input.class, Input.SHAPE, Output.SHAPE);
  }

  @Override
  Output execute(RequestContext context, Input request) {
    Engine engine = context.engine();
    ShardIterator iterator = ShardIterator.parse(Objects.requireNonNull(request.shardIterator()));
    Instant now = context.now();
    iterator.checkAge(now);
    int limit = request.limit() == null ? MAX_RECORDS : request.limit();
    return engine.read(
        rows -> {
          StreamDefinition stream = Streams.require(context, rows, iterator.streamArn());
          Shard shard = StreamErrors.requireShard(stream, iterator.shardId());
          if (iterator.position() < StreamReader.horizon(rows, stream, now)) {
            throw StreamErrors.trimmed();
          }
          StreamReader.Page page =
              StreamReader.read(rows, stream, shard, iterator.position(), limit);
          return new Output(records(engine, stream, page), next(iterator, shard, page, now));
        });
  }

  /** The next iterator; null at the end of a closed shard. */
  private static @Nullable String next(
      ShardIterator iterator, Shard shard, StreamReader.Page page, Instant now) {
    Long last = shard.lastSequence();
    return last != null && page.next() > last
        ? null
        : new ShardIterator(iterator.streamArn(), shard.id(), page.next(), now).text();
  }

  private static List<ChangeRecord> records(
      Engine engine, StreamDefinition stream, StreamReader.Page page) {
    List<ChangeRecord> records = new ArrayList<>();
    for (StreamEntry entry : page.entries()) {
      Change change = entry.change();
      records.add(
          new ChangeRecord(
              eventId(stream, change),
              change.type().name(),
              "1.1",
              "aws:dynamodb",
              engine.account().region(),
              new StreamRecord(
                  change.createdAt(),
                  change.keys(),
                  change.newImage(),
                  change.oldImage(),
                  change.sequenceNumber(),
                  (long) entry.sizeBytes(),
                  stream.viewType()),
              change.expired() ? TIME_TO_LIVE : null));
    }
    return records;
  }

  /** 32 hexadecimal digits, the same whenever the record is read. */
  private static String eventId(StreamDefinition stream, Change change) {
    String name = stream.tableName() + "/" + stream.label() + "/" + change.sequence();
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
        .toString()
        .replace("-", "");
  }
}
