package io.keystonedb.migration;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** One shard, read on from its checkpoint. Not thread-safe. */
final class ShardReader {
  private final DynamoDbStreamsClient streams;
  private final String streamArn;
  private final String shardId;
  private final CheckpointStore checkpoints;

  /** The last change that was applied, or the end; null if none was. */
  private @Nullable String position;

  private @Nullable String iterator;

  ShardReader(
      DynamoDbStreamsClient streams,
      String streamArn,
      String shardId,
      CheckpointStore checkpoints) {
    this.streams = streams;
    this.streamArn = streamArn;
    this.shardId = shardId;
    this.checkpoints = checkpoints;
    position = checkpoints.find(streamArn, shardId).orElse(null);
  }

  /** Whether some of it was applied, but not all. */
  boolean isUnderWay() {
    return position != null && !isAtEnd();
  }

  boolean isAtEnd() {
    return CheckpointStore.SHARD_END.equals(position);
  }

  /** Applies all there is now, page by page, and says how many changes it was. */
  int readAll(ChangeApplier applier) {
    int applied = 0;
    boolean more = !isAtEnd();
    while (more) {
      GetRecordsResponse page = nextPage();
      List<Record> records = page.records();
      records.forEach(applier::apply);
      if (!records.isEmpty()) {
        advance(records.get(records.size() - 1).dynamodb().sequenceNumber());
      }
      applied += records.size();
      iterator = page.nextShardIterator();
      if (iterator == null) {
        advance(CheckpointStore.SHARD_END);
      }
      more = !records.isEmpty() && iterator != null;
    }
    return applied;
  }

  private void advance(String to) {
    checkpoints.save(streamArn, shardId, to);
    position = to;
  }

  private GetRecordsResponse nextPage() {
    try {
      return read(iterator == null ? newIterator() : iterator);
    } catch (ExpiredIteratorException e) {
      return read(newIterator());
    }
  }

  private GetRecordsResponse read(String from) {
    // If this or what follows fails, the next attempt begins at the checkpoint.
    iterator = null;
    try {
      return streams.getRecords(g -> g.shardIterator(from));
    } catch (TrimmedDataAccessException e) {
      throw lost(e);
    }
  }

  /** Changes were not read in time. */
  IllegalStateException lost(@Nullable Throwable cause) {
    return new IllegalStateException(
        "the stream "
            + streamArn
            + " no longer has the changes after "
            + position
            + " of "
            + shardId
            + "; copy the table again, then follow with new checkpoints",
        cause);
  }

  private String newIterator() {
    GetShardIteratorRequest.Builder request =
        GetShardIteratorRequest.builder().streamArn(streamArn).shardId(shardId);
    if (position == null) {
      request.shardIteratorType(ShardIteratorType.TRIM_HORIZON);
    } else {
      request.shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER).sequenceNumber(position);
    }
    try {
      return streams.getShardIterator(request.build()).shardIterator();
    } catch (TrimmedDataAccessException e) {
      throw lost(e);
    }
  }
}
