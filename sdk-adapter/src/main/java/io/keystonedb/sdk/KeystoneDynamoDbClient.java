package io.keystonedb.sdk;

import io.keystonedb.Database;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Makes synchronous SDK clients that run on a database in this JVM. */
public final class KeystoneDynamoDbClient {
  private static final InProcessClients<DynamoDbClient> CLASS =
      new InProcessClients<>(DynamoDbClient.class, SyncClient.class, KeystoneDynamoDbClient.class);

  private KeystoneDynamoDbClient() {}

  /**
   * A client of a database. It is thread-safe and cheap to make: there is nothing to connect to.
   *
   * <p>It behaves as the SDK's own client against the service: the same answers, the SDK's modeled
   * exceptions, request ids, paginators and waiters. Differences: configuration of a request
   * ({@code overrideConfiguration}) is accepted and has no effect; a waiter that has to wait lets
   * the time pass on the clock of the database and not in reality. Closing the client does not
   * close the database.
   */
  public static DynamoDbClient create(Database database) {
    return CLASS.create(Objects.requireNonNull(database, "database"), Runnable::run);
  }
}
