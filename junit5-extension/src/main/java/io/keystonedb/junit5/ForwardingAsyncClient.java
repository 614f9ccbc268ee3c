package io.keystonedb.junit5;

import io.keystonedb.sdk.support.ClientClass;
import io.keystonedb.sdk.support.ClientOperations;
import java.lang.invoke.MethodHandles;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.waiters.DynamoDbAsyncWaiter;

/**
 * An asynchronous client over {@link ClientCalls}; the class made at run time adds the operations.
 */
abstract class ForwardingAsyncClient extends ForwardingBase<DynamoDbAsyncClient>
    implements DynamoDbAsyncClient {
  private static final ClientClass<DynamoDbAsyncClient> CLASS =
      new ClientClass<>(
          MethodHandles.lookup(),
          DynamoDbAsyncClient.class,
          ForwardingAsyncClient.class,
          ClientCalls.class);

  ForwardingAsyncClient(ClientCalls<DynamoDbAsyncClient> calls) {
    super(DynamoDbAsyncClient.class, calls);
  }

  static DynamoDbAsyncClient over(ClientCalls<DynamoDbAsyncClient> calls) {
    return CLASS.create(calls);
  }

  /** The operations of all asynchronous clients. */
  static ClientOperations operations() {
    return CLASS.operations();
  }

  @Override
  public DynamoDbAsyncWaiter waiter() {
    return target().waiter();
  }
}
