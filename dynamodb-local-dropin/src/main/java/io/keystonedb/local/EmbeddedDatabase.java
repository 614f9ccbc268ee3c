package io.keystonedb.local;

import io.keystonedb.Database;
import io.keystonedb.internal.engine.StreamRollover;
import io.keystonedb.sdk.KeystoneDynamoDbAsyncClient;
import io.keystonedb.sdk.KeystoneDynamoDbClient;
import io.keystonedb.sdk.KeystoneDynamoDbStreamsAsyncClient;
import io.keystonedb.sdk.KeystoneDynamoDbStreamsClient;
import java.io.File;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsAsyncClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** A private database in memory, with the clients of SDK v2. Thread-safe. */
public class EmbeddedDatabase implements LocalDynamoDb {
  /** The Region in the names of resources, as in DynamoDB Local. */
  static final String REGION = "ddblocal";

  private final Database database = Database.inMemory().forkIn(REGION);

  /**
   * An empty database.
   *
   * @param file must be null
   * @throws UnsupportedOperationException if a file is asked for
   */
  protected EmbeddedDatabase(@Nullable File file) {
    if (file != null) {
      throw new UnsupportedOperationException(
          "KeystoneDB keeps data in memory only so far, not in %s: call DynamoDBEmbedded.create() without a file"
              .formatted(file));
    }
  }

  /** The database itself. */
  protected Database database() {
    return database;
  }

  @Override
  public DynamoDbClient dynamoDbClient() {
    return KeystoneDynamoDbClient.create(database);
  }

  @Override
  public DynamoDbAsyncClient dynamoDbAsyncClient() {
    return KeystoneDynamoDbAsyncClient.create(database);
  }

  @Override
  public DynamoDbStreamsClient dynamoDbStreamsClient() {
    return KeystoneDynamoDbStreamsClient.create(database);
  }

  @Override
  public DynamoDbStreamsAsyncClient dynamoDbStreamsAsyncClient() {
    return KeystoneDynamoDbStreamsAsyncClient.create(database);
  }

  @Override
  public void dilateEventTimes(long milliseconds) {
    database.clock().advance(Duration.ofMillis(milliseconds));
  }

  @Override
  public void triggerShardRollovers() {
    StreamRollover.rollOver(database.engine());
  }

  @Override
  public void shutdown() {
    database.close();
  }

  @Override
  public List<Runnable> shutdownNow() {
    shutdown();
    return List.of();
  }
}
