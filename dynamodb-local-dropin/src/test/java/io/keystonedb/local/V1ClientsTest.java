package io.keystonedb.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.dynamodbv2.AmazonDynamoDB;
import com.amazonaws.services.dynamodbv2.AmazonDynamoDBStreams;
import com.amazonaws.services.dynamodbv2.local.embedded.DynamoDBEmbedded;
import com.amazonaws.services.dynamodbv2.local.shared.access.AmazonDynamoDBLocal;
import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.ListStreamsRequest;
import com.amazonaws.services.dynamodbv2.model.ResourceNotFoundException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Projects on DynamoDB Local 2.x that have clients of SDK v1. */
class V1ClientsTest {
  private final AmazonDynamoDBLocal local = DynamoDBEmbedded.create();
  private final AmazonDynamoDB client = local.amazonDynamoDB();

  @AfterEach
  void shutdown() {
    local.shutdown();
  }

  @Test
  void seesWhatClientsOfTheOtherSdkWrite() {
    Music.create(local.dynamoDbClient());
    Music.put(local.dynamoDbClient(), "Dance");

    assertThat(client.getItem(Music.TABLE, Map.of("title", new AttributeValue("Dance"))).getItem())
        .containsEntry("year", new AttributeValue().withN("1984"));
  }

  @Test
  void errorsAreTheExceptionsOfSdkV1() {
    assertThatThrownBy(() -> client.describeTable("Nothing"))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void streamsAreThereToo() {
    Music.create(local.dynamoDbClient());
    AmazonDynamoDBStreams streams = local.amazonDynamoDBStreams();

    assertThat(streams.listStreams(new ListStreamsRequest()).getStreams())
        .extracting(stream -> stream.getTableName())
        .containsExactly(Music.TABLE);
  }
}
