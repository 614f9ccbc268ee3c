package io.keystonedb.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * What projects do with an embedded database; each generation inherits it under its own names. The
 * expectations were recorded on DynamoDB Local 2.6.1 and 3.3.1 in November 2026.
 */
abstract class EmbeddedUsage {
  abstract DynamoDbClient client();

  abstract DynamoDbAsyncClient async();

  abstract DynamoDbStreamsClient streams();

  abstract void age(Duration duration);

  abstract void rollOver();

  @Test
  void allClientsSeeTheSameTables() {
    Music.create(client());
    Music.put(client(), "Dance");

    GetItemRequest get =
        GetItemRequest.builder().tableName(Music.TABLE).key(Music.key("Dance")).build();
    assertThat(async().getItem(get).join().item()).isEqualTo(Music.item("Dance"));
  }

  @Test
  void errorsAreTheExceptionsOfTheSdk() {
    Music.create(client());
    Music.put(client(), "Dance");

    assertThatThrownBy(
            () ->
                client()
                    .putItem(
                        put ->
                            put.tableName(Music.TABLE)
                                .item(Music.item("Dance"))
                                .conditionExpression("attribute_not_exists(title)")))
        .isInstanceOf(ConditionalCheckFailedException.class);
  }

  @Test
  void resourcesAreInTheRegionOfDynamoDbLocal() {
    Music.create(client());

    assertThat(client().describeTable(describe -> describe.tableName(Music.TABLE)).table())
        .returns("arn:aws:dynamodb:ddblocal:000000000000:table/Music", table -> table.tableArn());
  }

  @Test
  void streamsRecordChanges() {
    Music.create(client());
    Music.put(client(), "Dance");

    List<Record> records = records(shards().get(0));

    assertThat(records).extracting(Record::eventName).containsExactly(OperationType.INSERT);
    assertThat(records.get(0).dynamodb().keys())
        .isEqualTo(Map.of("title", AttributeValue.fromS("Dance")));
  }

  @Test
  void shardsRollOverWhenTriggered() {
    Music.create(client());
    Music.put(client(), "Dance");
    Shard first = shards().get(0);

    rollOver();
    Music.put(client(), "Hymn");

    assertThat(shards()).hasSize(2);
    assertThat(shards().get(1).parentShardId()).isEqualTo(first.shardId());
    assertThat(records(first)).hasSize(1);
    assertThat(records(shards().get(1))).hasSize(1);
  }

  @Test
  void recordsDisappearWithAge() {
    Music.create(client());
    Music.put(client(), "Dance");
    Shard shard = shards().get(0);

    age(Duration.ofHours(25));

    // DynamoDB Local refuses the iterator instead; the service passes over what is trimmed.
    assertThat(records(shard)).isEmpty();
  }

  private String streamArn() {
    return streams().listStreams(list -> list.tableName(Music.TABLE)).streams().get(0).streamArn();
  }

  private List<Shard> shards() {
    return streams()
        .describeStream(describe -> describe.streamArn(streamArn()))
        .streamDescription()
        .shards();
  }

  private List<Record> records(Shard shard) {
    String iterator =
        streams()
            .getShardIterator(
                get ->
                    get.streamArn(streamArn())
                        .shardId(shard.shardId())
                        .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
            .shardIterator();
    return streams().getRecords(get -> get.shardIterator(iterator)).records();
  }
}
