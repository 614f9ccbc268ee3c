package io.keystonedb.migration;

import io.keystonedb.sdk.StreamShards;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.StreamDescription;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** The shards of a stream by their lineage, each read from where it was left. Not thread-safe. */
final class StreamTail {
  private final DynamoDbStreamsClient streams;
  private final String streamArn;
  private final CheckpointStore checkpoints;
  private final ChangeApplier applier;
  private final Map<String, ShardReader> readers = new HashMap<>();

  private StreamTail(
      DynamoDbStreamsClient streams,
      String streamArn,
      CheckpointStore checkpoints,
      ChangeApplier applier) {
    this.streams = streams;
    this.streamArn = streamArn;
    this.checkpoints = checkpoints;
    this.applier = applier;
  }

  static StreamTail open(
      DynamoDbStreamsClient streams,
      String streamArn,
      CheckpointStore checkpoints,
      DynamoDbClient target,
      @Nullable String tableName) {
    StreamDescription stream =
        streams.describeStream(d -> d.streamArn(streamArn)).streamDescription();
    if (!stream.streamViewTypeAsString().startsWith("NEW_")) {
      throw new IllegalArgumentException(
          "the stream shows "
              + stream.streamViewTypeAsString()
              + "; following it takes NEW_IMAGE or NEW_AND_OLD_IMAGES");
    }
    String table = tableName == null ? stream.tableName() : tableName;
    return new StreamTail(streams, streamArn, checkpoints, new ChangeApplier(target, table));
  }

  /** Reads every shard as far as it goes, children after their parents. */
  int poll() {
    Map<String, Shard> shards = new LinkedHashMap<>();
    StreamShards.of(streams, streamArn).forEach(shard -> shards.put(shard.shardId(), shard));
    readers.keySet().retainAll(shards.keySet());
    int applied = 0;
    List<Shard> waiting = new ArrayList<>(shards.values());
    boolean progress = true;
    while (progress) {
      List<Shard> ready = waiting.stream().filter(shard -> isReady(shard, shards)).toList();
      waiting.removeAll(ready);
      progress = !ready.isEmpty();
      for (Shard shard : ready) {
        applied += readerOf(shard.shardId()).readAll(applier);
      }
    }
    return applied;
  }

  /** Whether its parent has been read to the end, or is no longer retained. */
  private boolean isReady(Shard shard, Map<String, Shard> shards) {
    String parent = shard.parentShardId();
    if (parent == null) {
      return true;
    }
    ShardReader reader = readerOf(parent);
    if (shards.containsKey(parent)) {
      return reader.isAtEnd();
    }
    if (reader.isUnderWay()) {
      throw reader.lost(null);
    }
    return true;
  }

  private ShardReader readerOf(String shardId) {
    return readers.computeIfAbsent(
        shardId, id -> new ShardReader(streams, streamArn, id, checkpoints));
  }
}
