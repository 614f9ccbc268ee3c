package io.keystonedb.sdk;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What one method of the SDK's client interface does, for every client. Thread-safe. */
interface ClientMethod {
  /**
   * Does it.
   *
   * @param handler the state of the client that was called
   * @param client the client that was called: the proxy itself, or a spy of it
   * @param args the arguments; empty if there are none
   */
  @Nullable Object call(SyncHandler handler, DynamoDbClient client, Object[] args) throws Throwable;
}
