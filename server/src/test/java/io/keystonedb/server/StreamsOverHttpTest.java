package io.keystonedb.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keystonedb.Database;
import io.keystonedb.Item;
import io.keystonedb.StreamView;
import io.keystonedb.TableSchema;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** The SDK's own client of streams over the wire. */
class StreamsOverHttpTest {
  @Test
  void readsTheRecordsOfAStream() {
    Database database = Database.inMemory();
    database
        .createTable(
            "orders", TableSchema.create().partitionKey("pk").stream(StreamView.NEW_AND_OLD_IMAGES))
        .put("a", Item.builder().number("n", 1).build());
    try (KeystoneServer server = KeystoneServer.start(database);
        DynamoDbStreamsClient streams = client(server)) {
      String arn = streams.listStreams().streams().get(0).streamArn();
      String shard =
          streams
              .describeStream(d -> d.streamArn(arn))
              .streamDescription()
              .shards()
              .get(0)
              .shardId();
      String iterator =
          streams
              .getShardIterator(
                  g ->
                      g.streamArn(arn)
                          .shardId(shard)
                          .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
              .shardIterator();
      List<Record> records = streams.getRecords(g -> g.shardIterator(iterator)).records();

      assertThat(records).hasSize(1);
      assertThat(records.get(0).dynamodb().newImage())
          .isEqualTo(Map.of("pk", AttributeValue.fromS("a"), "n", AttributeValue.fromN("1")));
      assertThat(records.get(0).dynamodb().hasOldImage()).isFalse();
      assertThatThrownBy(() -> streams.describeStream(d -> d.streamArn(arn + "x")))
          .isInstanceOf(ResourceNotFoundException.class);
    }
  }

  private static DynamoDbStreamsClient client(KeystoneServer server) {
    return DynamoDbStreamsClient.builder()
        .endpointOverride(server.endpoint())
        .region(Region.US_EAST_1)
        .httpClient(UrlConnectionHttpClient.create())
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
        .build();
  }
}
