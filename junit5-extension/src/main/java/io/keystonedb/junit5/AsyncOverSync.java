package io.keystonedb.junit5;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The synchronous client of a reference as an asynchronous one: it answers before it returns. */
final class AsyncOverSync implements ClientCalls<DynamoDbAsyncClient> {
  private final DynamoDbClient client;

  private AsyncOverSync(DynamoDbClient client) {
    this.client = client;
  }

  static DynamoDbAsyncClient of(DynamoDbClient client) {
    return ForwardingAsyncClient.over(new AsyncOverSync(client));
  }

  @Override
  public CompletableFuture<@Nullable Object> call(SdkRequest request) {
    try {
      return CompletableFuture.completedFuture(ForwardingClient.operations().call(client, request));
    } catch (RuntimeException | Error e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  @Override
  public DynamoDbAsyncClient target() {
    throw new UnsupportedOperationException("the reference has no asynchronous client");
  }

  /** The client belongs to the reference. */
  @Override
  public void close() {}

  @Override
  public String toString() {
    return client.toString();
  }
}
