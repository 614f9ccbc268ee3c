package io.keystonedb.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/** The one client that works here and not in DynamoDB Local 2.6.1 and 3.3.1. */
class AsyncStreamsTest {
  @Test
  void seesTheStreamsOfTheDatabase() {
    AmazonDynamoDBLocal local = DynamoDBEmbedded.create();
    Music.create(local.dynamoDbClient());

    assertThat(local.dynamoDbStreamsAsyncClient().listStreams().join().streams()).hasSize(1);

    local.shutdown();
  }
}
