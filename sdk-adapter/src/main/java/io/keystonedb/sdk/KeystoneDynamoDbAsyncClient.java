package io.keystonedb.sdk;

import io.keystonedb.Database;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;

/** Makes asynchronous SDK clients that run on a database in this JVM. */
public final class KeystoneDynamoDbAsyncClient {
  private static final InProcessClients<DynamoDbAsyncClient> CLASS =
      new InProcessClients<>(
          DynamoDbAsyncClient.class, AsyncClient.class, KeystoneDynamoDbAsyncClient.class);

  private KeystoneDynamoDbAsyncClient() {}

  /**
   * A client of a database. It is thread-safe and cheap to make: there is nothing to connect to,
   * and it has no thread of its own.
   *
   * <p>Operations run on the JVM's common pool, so futures complete off the caller's thread. Errors
   * come as with the SDK's own client: {@code join()} throws a {@link
   * java.util.concurrent.CompletionException} whose cause is the SDK's modeled exception. A future
   * that is cancelled before its operation has begun prevents it. Otherwise the client behaves as
   * {@link KeystoneDynamoDbClient}.
   */
  public static DynamoDbAsyncClient create(Database database) {
    return create(database, new CompletableFuture<>().defaultExecutor());
  }

  /**
   * As {@link #create(Database)}, with an executor of the caller's.
   *
   * @param executor runs the operations and what is chained to their futures; closing the client
   *     does not shut it down
   */
  public static DynamoDbAsyncClient create(Database database, Executor executor) {
    return CLASS.create(
        Objects.requireNonNull(database, "database"), Objects.requireNonNull(executor, "executor"));
  }
}
