package io.keystonedb.junit5;

import io.keystonedb.sdk.support.ClientClass;
import io.keystonedb.sdk.support.ClientOperations;
import java.lang.invoke.MethodHandles;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.waiters.DynamoDbWaiter;

/**
 * A synchronous client over {@link ClientCalls}; the class made at run time adds the operations.
 */
abstract class ForwardingClient extends ForwardingBase<DynamoDbClient> implements DynamoDbClient {
  private static final ClientClass<DynamoDbClient> CLASS =
      new ClientClass<>(
          MethodHandles.lookup(), DynamoDbClient.class, ForwardingClient.class, ClientCalls.class);

  ForwardingClient(ClientCalls<DynamoDbClient> calls) {
    super(DynamoDbClient.class, calls);
  }

  static DynamoDbClient over(ClientCalls<DynamoDbClient> calls) {
    return CLASS.create(calls);
  }

  /** The operations of all synchronous clients. */
  static ClientOperations operations() {
    return CLASS.operations();
  }

  @Override
  public DynamoDbWaiter waiter() {
    return target().waiter();
  }
}
