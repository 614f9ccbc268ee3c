package io.keystonedb.sdk;

import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsAsyncClient;

/** An asynchronous client of streams; the class made at run time adds the operations. */
abstract class AsyncStreamsClient extends AsyncClientBase implements DynamoDbStreamsAsyncClient {
  AsyncStreamsClient(Context context) {
    super(context);
  }
}
