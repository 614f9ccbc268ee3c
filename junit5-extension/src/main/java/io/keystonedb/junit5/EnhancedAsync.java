package io.keystonedb.junit5;

import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedAsyncClient;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;

/** As {@link Enhanced}, for the asynchronous client. */
final class EnhancedAsync {
  private EnhancedAsync() {}

  static Object client(DynamoDbAsyncClient client) {
    return DynamoDbEnhancedAsyncClient.builder().dynamoDbClient(client).build();
  }

  static Object table(Object client, String name, Class<?> bean) {
    return ((DynamoDbEnhancedAsyncClient) client).table(name, TableSchema.fromClass(bean));
  }
}
