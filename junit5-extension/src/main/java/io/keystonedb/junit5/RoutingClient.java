package io.keystonedb.junit5;

import io.keystonedb.sdk.support.ClientOperations;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * A client that asks anew with each call which database it works on.
 *
 * @param <C> the SDK's interface of it
 */
final class RoutingClient<C> implements ClientCalls<C> {
  private final Class<C> type;
  private final ClientOperations operations;
  private final Supplier<C> target;

  private RoutingClient(Class<C> type, ClientOperations operations, Supplier<C> target) {
    this.type = type;
    this.operations = operations;
    this.target = target;
  }

  static DynamoDbClient to(Supplier<DynamoDbClient> target) {
    return ForwardingClient.over(
        new RoutingClient<>(DynamoDbClient.class, ForwardingClient.operations(), target));
  }

  static DynamoDbAsyncClient toAsync(Supplier<DynamoDbAsyncClient> target) {
    return ForwardingAsyncClient.over(
        new RoutingClient<>(DynamoDbAsyncClient.class, ForwardingAsyncClient.operations(), target));
  }

  @Override
  public @Nullable Object call(SdkRequest request) {
    return operations.call(target.get(), request);
  }

  @Override
  public C target() {
    return target.get();
  }

  /** The client outlives the databases it looks at; there is nothing to release. */
  @Override
  public void close() {}

  @Override
  public String toString() {
    return "Keystone" + type.getSimpleName() + "[of the current test]";
  }
}
