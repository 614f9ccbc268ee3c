package io.keystonedb.sdk.streams;

import io.keystonedb.sdk.StreamShards;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * Reads a stream the way the Kinesis adapter does: it lists all shards, begins with those whose
 * parent is not among them, reads each from TRIM_HORIZON to its end, and only then its children.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Streams.KCLAdapter.html">Using
 *     the DynamoDB Streams Kinesis adapter</a>
 */
final class ShardWalk {
  private final DynamoDbStreamsClient streams;
  private final String arn;

  ShardWalk(DynamoDbStreamsClient streams, String arn) {
    this.streams = streams;
    this.arn = arn;
  }

  /** All records; of open shards those that are there now. */
  List<Record> records() {
    Map<String, Shard> shards = new LinkedHashMap<>();
    StreamShards.of(streams, arn).forEach(shard -> shards.put(shard.shardId(), shard));
    Deque<Shard> readable = new ArrayDeque<>();
    for (Shard shard : shards.values()) {
      if (!shards.containsKey(shard.parentShardId())) {
        readable.add(shard);
      }
    }
    List<Record> records = new ArrayList<>();
    while (!readable.isEmpty()) {
      Shard shard = readable.remove();
      records.addAll(
          StreamTables.readFrom(
              streams, StreamTables.iterator(streams, arn, shard, ShardIteratorType.TRIM_HORIZON)));
      readable.addAll(childrenOf(shard, shards.values()));
    }
    return records;
  }

  private static List<Shard> childrenOf(Shard parent, Collection<Shard> shards) {
    return shards.stream().filter(shard -> parent.shardId().equals(shard.parentShardId())).toList();
  }
}
