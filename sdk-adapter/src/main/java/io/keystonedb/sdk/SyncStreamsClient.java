package io.keystonedb.sdk;

import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** A synchronous client of streams; the class made at run time adds the operations. */
abstract class SyncStreamsClient extends SyncClientBase implements DynamoDbStreamsClient {
  SyncStreamsClient(Context context) {
    super(context);
  }
}
