package io.keystonedb.local;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsAsyncClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** What both generations offer of an embedded database: its clients, and its end. */
public interface LocalDynamoDb {
  /** A client of this database; all clients see the same tables. */
  DynamoDbClient dynamoDbClient();

  /** An asynchronous client of this database. */
  DynamoDbAsyncClient dynamoDbAsyncClient();

  /** A client of the streams of this database. */
  DynamoDbStreamsClient dynamoDbStreamsClient();

  /** An asynchronous client of the streams of this database. */
  DynamoDbStreamsAsyncClient dynamoDbStreamsAsyncClient();

  /**
   * Makes everything older: moves the clock of this database forward. Records of streams are
   * trimmed, iterators and items expire.
   *
   * @param milliseconds how far
   * @throws IllegalArgumentException if it is negative
   */
  void dilateEventTimes(long milliseconds);

  /** Closes the open shards of all streams; a child takes over from each. */
  void triggerShardRollovers();

  /** Releases the database; its clients fail from then on. */
  void shutdown();

  /**
   * As {@link #shutdown()}.
   *
   * @return nothing that was still to be run: there are no threads
   */
  List<Runnable> shutdownNow();
}
