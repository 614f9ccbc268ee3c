package io.keystonedb.sdk;

import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.waiters.DynamoDbAsyncWaiter;

/**
 * An asynchronous client; the class made at run time adds the operations that the SDK in use knows.
 */
abstract class AsyncClient extends AsyncClientBase implements DynamoDbAsyncClient {
  AsyncClient(Context context) {
    super(context);
  }

  @Override
  public DynamoDbAsyncWaiter waiter() {
    return Waiters.async(this, openDatabase().clock());
  }
}
