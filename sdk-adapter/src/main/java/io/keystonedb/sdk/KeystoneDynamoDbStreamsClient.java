package io.keystonedb.sdk;

import io.keystonedb.Database;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Makes synchronous SDK clients of the streams of a database in this JVM. */
public final class KeystoneDynamoDbStreamsClient {
  private static final InProcessClients<DynamoDbStreamsClient> CLASS =
      new InProcessClients<>(
          DynamoDbStreamsClient.class,
          SyncStreamsClient.class,
          KeystoneDynamoDbStreamsClient.class);

  private KeystoneDynamoDbStreamsClient() {}

  /**
   * A client of the streams of a database. It is thread-safe and cheap to make, and behaves as
   * {@link KeystoneDynamoDbClient}.
   */
  public static DynamoDbStreamsClient create(Database database) {
    return CLASS.create(Objects.requireNonNull(database, "database"), Runnable::run);
  }
}
