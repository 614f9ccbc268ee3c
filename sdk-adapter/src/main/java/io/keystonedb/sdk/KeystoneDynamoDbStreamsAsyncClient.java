package io.keystonedb.sdk;

import io.keystonedb.Database;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsAsyncClient;

/** Makes asynchronous SDK clients of the streams of a database in this JVM. */
public final class KeystoneDynamoDbStreamsAsyncClient {
  private static final InProcessClients<DynamoDbStreamsAsyncClient> CLASS =
      new InProcessClients<>(
          DynamoDbStreamsAsyncClient.class,
          AsyncStreamsClient.class,
          KeystoneDynamoDbStreamsAsyncClient.class);

  private KeystoneDynamoDbStreamsAsyncClient() {}

  /**
   * A client of the streams of a database. It is thread-safe and cheap to make, and behaves as
   * {@link KeystoneDynamoDbAsyncClient}.
   */
  public static DynamoDbStreamsAsyncClient create(Database database) {
    return create(database, new CompletableFuture<>().defaultExecutor());
  }

  /**
   * As {@link #create(Database)}, with an executor of the caller's.
   *
   * @param executor runs the operations and what is chained to their futures; closing the client
   *     does not shut it down
   */
  public static DynamoDbStreamsAsyncClient create(Database database, Executor executor) {
    return CLASS.create(
        Objects.requireNonNull(database, "database"), Objects.requireNonNull(executor, "executor"));
  }
}
