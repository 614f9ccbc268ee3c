package io.keystonedb.migration;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** The ways to move a table. */
public final class Migration {
  private Migration() {}

  /**
   * Follows the stream of a table: what changes there changes in the table of the same name at the
   * target. The stream must show new images.
   *
   * <p>Nothing happens until the follower is told to read. It begins with the oldest change that
   * the stream retains, or behind the last one it has applied, see {@link
   * StreamFollower.Builder#checkpoints}. Items that were there before the stream are not in it:
   * copy the table after the stream was switched on, then follow.
   *
   * @param streams reads the stream
   * @param streamArn the stream, as DescribeTable names it
   * @param target writes the changes
   */
  public static StreamFollower follow(
      DynamoDbStreamsClient streams, String streamArn, DynamoDbClient target) {
    return follower(streams, streamArn, target).build();
  }

  /** As {@link #follow}, with more to say about it. */
  public static StreamFollower.Builder follower(
      DynamoDbStreamsClient streams, String streamArn, DynamoDbClient target) {
    return new StreamFollower.Builder(streams, streamArn, target);
  }
}
