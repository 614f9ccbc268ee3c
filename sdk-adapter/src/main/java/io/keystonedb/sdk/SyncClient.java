package io.keystonedb.sdk;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.waiters.DynamoDbWaiter;

/**
 * A synchronous client; the class made at run time adds the operations that the SDK in use knows.
 * Consumer-builder and no-argument forms are the interface's own.
 */
abstract class SyncClient extends SyncClientBase implements DynamoDbClient {
  SyncClient(Context context) {
    super(context);
  }

  @Override
  public DynamoDbWaiter waiter() {
    return Waiters.sync(this, openDatabase().clock());
  }
}
