package io.keystonedb.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.dynamodbv2.local.shared.access.AmazonDynamoDBLocal;
import org.junit.jupiter.api.Test;

class EntryPointsSecondGenerationTest extends EntryPoints {
  EntryPointsSecondGenerationTest() {
    super("com.amazonaws.services.dynamodbv2.local");
  }

  @Test
  void embeddedDatabasesHaveClientsOfSdkV1() {
    assertThat(signatures(AmazonDynamoDBLocal.class))
        .contains(
            "AmazonDynamoDB amazonDynamoDB()", "AmazonDynamoDBStreams amazonDynamoDBStreams()");
  }
}
