package io.keystonedb.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.dynamodbv2.local.embedded.DynamoDBEmbedded;
import com.amazonaws.services.dynamodbv2.local.shared.access.AmazonDynamoDBLocal;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Projects on DynamoDB Local 2.x that embed it. */
class EmbeddedSecondGenerationTest extends EmbeddedUsage {
  private final AmazonDynamoDBLocal local = DynamoDBEmbedded.create();

  @AfterEach
  void shutdown() {
    local.shutdown();
  }

  @Test
  void eachDatabaseIsEmptyAtFirst() {
    Music.create(client());

    AmazonDynamoDBLocal other = DynamoDBEmbedded.create(true);

    assertThat(other.dynamoDbClient().listTables().tableNames()).isEmpty();
    assertThat(other.shutdownNow()).isEmpty();
  }

  @Override
  DynamoDbClient client() {
    return local.dynamoDbClient();
  }

  @Override
  DynamoDbAsyncClient async() {
    return local.dynamoDbAsyncClient();
  }

  @Override
  DynamoDbStreamsClient streams() {
    return local.dynamoDbStreamsClient();
  }

  @Override
  void age(Duration duration) {
    local.dilateEventTimes(duration.toMillis());
  }

  @Override
  void rollOver() {
    local.triggerShardRollovers();
  }
}
