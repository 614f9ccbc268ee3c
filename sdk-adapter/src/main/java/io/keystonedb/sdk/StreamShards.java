package io.keystonedb.sdk;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.StreamDescription;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** The shards of a stream, which DescribeStream gives page by page. */
public final class StreamShards {
  private StreamShards() {}

  /** All shards that are retained, in the order in which the stream lists them. */
  public static List<Shard> of(DynamoDbStreamsClient streams, String streamArn) {
    List<Shard> all = new ArrayList<>();
    String start = null;
    do {
      String after = start;
      StreamDescription page =
          streams
              .describeStream(d -> d.streamArn(streamArn).exclusiveStartShardId(after))
              .streamDescription();
      all.addAll(page.shards());
      start = page.lastEvaluatedShardId();
    } while (start != null);
    return all;
  }
}
