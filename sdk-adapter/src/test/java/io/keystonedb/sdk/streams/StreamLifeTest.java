package io.keystonedb.sdk.streams;

import static io.keystonedb.sdk.streams.StreamTables.NAME;
import static io.keystonedb.sdk.streams.StreamTables.iterator;
import static io.keystonedb.sdk.streams.StreamTables.put;
import static io.keystonedb.sdk.streams.StreamTables.readAll;
import static io.keystonedb.sdk.streams.StreamTables.shards;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keystonedb.Database;
import io.keystonedb.KeystoneClock;
import io.keystonedb.sdk.KeystoneDynamoDbClient;
import io.keystonedb.sdk.KeystoneDynamoDbStreamsClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ListStreamsResponse;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.Stream;
import software.amazon.awssdk.services.dynamodb.model.StreamDescription;
import software.amazon.awssdk.services.dynamodb.model.StreamStatus;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** How streams come, are described and go. */
class StreamLifeTest {
  private static final Instant NOW = Instant.parse("2026-08-15T10:20:30.123Z");

  private final Database database = Database.inMemory(KeystoneClock.fixed(NOW));
  private final DynamoDbClient client = KeystoneDynamoDbClient.create(database);
  private final DynamoDbStreamsClient streams = KeystoneDynamoDbStreamsClient.create(database);

  @Test
  void theDescriptionOfATableNamesItsStream() {
    String arn = StreamTables.create(client, StreamViewType.NEW_IMAGE);
    TableDescription table = describeTable();

    assertThat(arn)
        .isEqualTo(
            "arn:aws:dynamodb:us-east-1:000000000000:table/orders/stream/2026-08-15T10:20:30.123");
    assertThat(table.latestStreamArn()).isEqualTo(arn);
    assertThat(table.latestStreamLabel()).isEqualTo("2026-08-15T10:20:30.123");
    assertThat(table.streamSpecification().streamEnabled()).isTrue();
    assertThat(table.streamSpecification().streamViewType()).isEqualTo(StreamViewType.NEW_IMAGE);
  }

  @Test
  void describesAStream() {
    String arn = StreamTables.create(client, StreamViewType.NEW_IMAGE);

    StreamDescription stream = describe(arn);

    assertThat(stream.streamArn()).isEqualTo(arn);
    assertThat(stream.streamLabel()).isEqualTo("2026-08-15T10:20:30.123");
    assertThat(stream.streamStatus()).isEqualTo(StreamStatus.ENABLED);
    assertThat(stream.streamViewType()).isEqualTo(StreamViewType.NEW_IMAGE);
    assertThat(stream.creationRequestDateTime()).isEqualTo(NOW);
    assertThat(stream.tableName()).isEqualTo(NAME);
    assertThat(stream.keySchema())
        .singleElement()
        .matches(key -> key.attributeName().equals("pk") && key.keyType() == KeyType.HASH);
    assertThat(stream.lastEvaluatedShardId()).isNull();
    assertThat(stream.shards()).hasSize(1);
    Shard shard = stream.shards().get(0);
    assertThat(shard.shardId()).matches("shardId-[0-9]{20}-[0-9a-f]{8}");
    assertThat(shard.parentShardId()).isNull();
    assertThat(shard.sequenceNumberRange().startingSequenceNumber()).matches("[0-9]{21,40}");
    assertThat(shard.sequenceNumberRange().endingSequenceNumber()).isNull();
  }

  @Test
  void aDisabledStreamStaysReadableForADay() {
    String arn = StreamTables.create(client, StreamViewType.NEW_IMAGE);
    put(client, "a", 1);
    disable();
    put(client, "a", 2);

    assertThat(describe(arn).streamStatus()).isEqualTo(StreamStatus.DISABLED);
    assertThat(readAll(streams, arn)).hasSize(1);
    database.clock().advance(Duration.ofHours(24).minusSeconds(1));
    assertThat(readAll(streams, arn)).hasSize(1);
    database.clock().advance(Duration.ofSeconds(1));
    assertThatThrownBy(() -> describe(arn))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageContaining("Requested resource not found: Stream: " + arn + " not found");
    assertThat(streams.listStreams().streams()).isEmpty();
  }

  @Test
  void theShardsOfADisabledStreamAreClosedAndEnd() {
    String arn = StreamTables.create(client, StreamViewType.NEW_IMAGE);
    put(client, "a", 1);
    disable();
    Shard shard = shards(streams, arn).get(0);
    String last = readAll(streams, arn).get(0).dynamodb().sequenceNumber();

    assertThat(shard.sequenceNumberRange().endingSequenceNumber()).isEqualTo(last);
    for (ShardIteratorType type :
        List.of(ShardIteratorType.TRIM_HORIZON, ShardIteratorType.LATEST)) {
      String iterator = iterator(streams, arn, shard, type);
      assertThat(streams.getRecords(g -> g.shardIterator(iterator)).nextShardIterator()).isNull();
    }
  }

  @Test
  void theDescriptionOfATableStillNamesADisabledStream() {
    String arn = StreamTables.create(client, StreamViewType.NEW_IMAGE);
    disable();

    assertThat(describeTable().latestStreamArn()).isEqualTo(arn);
    assertThat(describeTable().streamSpecification()).isNull();
  }

  @Test
  void enablingAgainMakesAnotherStream() {
    String first = StreamTables.create(client, StreamViewType.NEW_IMAGE);
    put(client, "a", 1);
    disable();
    enable(StreamViewType.KEYS_ONLY);
    put(client, "a", 2);
    String second = describeTable().latestStreamArn();

    assertThat(second).isNotEqualTo(first);
    assertThat(readAll(streams, first)).hasSize(1);
    assertThat(readAll(streams, second)).hasSize(1);
    assertThat(streams.listStreams().streams())
        .extracting(Stream::streamArn)
        .containsExactly(first, second);
  }

  @Test
  void whatAStreamShowsCannotBeChanged() {
    StreamTables.create(client, StreamViewType.NEW_IMAGE);

    assertThatThrownBy(() -> enable(StreamViewType.KEYS_ONLY))
        .isInstanceOfSatisfying(
            DynamoDbException.class,
            e ->
                assertThat(e.awsErrorDetails().errorMessage())
                    .isEqualTo("Table already has an enabled stream: TableName: orders"));
  }

  @Test
  void aStreamThatIsOffCannotBeSwitchedOff() {
    StreamTables.create(client, StreamViewType.NEW_IMAGE);
    disable();

    assertThatThrownBy(this::disable)
        .isInstanceOf(DynamoDbException.class)
        .hasMessageContaining("Table has no stream to disable: TableName: orders");
  }

  @Test
  void theStreamOfADeletedTableStaysReadableForADay() {
    String arn = StreamTables.create(client, StreamViewType.NEW_IMAGE);
    put(client, "a", 1);
    client.deleteTable(delete -> delete.tableName(NAME));

    assertThat(describe(arn).streamStatus()).isEqualTo(StreamStatus.DISABLED);
    assertThat(readAll(streams, arn)).hasSize(1);
    database.clock().advance(Duration.ofHours(24));
    assertThatThrownBy(() -> describe(arn)).isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void changesOfStatusTakeAsLongAsTheDialSays() {
    database.dials().tableChanges(Duration.ofSeconds(10));
    String arn = StreamTables.create(client, StreamViewType.NEW_IMAGE);
    assertThat(describe(arn).streamStatus()).isEqualTo(StreamStatus.ENABLING);
    database.clock().advance(Duration.ofSeconds(10));
    assertThat(describe(arn).streamStatus()).isEqualTo(StreamStatus.ENABLED);
    disable();
    assertThat(describe(arn).streamStatus()).isEqualTo(StreamStatus.DISABLING);
    database.clock().advance(Duration.ofSeconds(10));
    assertThat(describe(arn).streamStatus()).isEqualTo(StreamStatus.DISABLED);
  }

  @Test
  void listsStreamsOfOneTableOrOfAllPageByPage() {
    List<String> all = new ArrayList<>();
    for (String name : List.of("aaa", "bbb", "ccc")) {
      all.add(StreamTables.create(client, name, StreamViewType.KEYS_ONLY));
    }

    assertThat(streams.listStreams(l -> l.tableName("bbb")).streams())
        .singleElement()
        .matches(stream -> stream.tableName().equals("bbb"))
        .matches(stream -> stream.streamArn().endsWith(stream.streamLabel()));
    ListStreamsResponse first = streams.listStreams(l -> l.limit(2));
    assertThat(first.streams()).extracting(Stream::streamArn).isEqualTo(all.subList(0, 2));
    assertThat(first.lastEvaluatedStreamArn()).isEqualTo(all.get(1));
    ListStreamsResponse second =
        streams.listStreams(l -> l.exclusiveStartStreamArn(first.lastEvaluatedStreamArn()));
    assertThat(second.streams()).extracting(Stream::streamArn).isEqualTo(all.subList(2, 3));
    assertThat(second.lastEvaluatedStreamArn()).isNull();
  }

  @Test
  void aListAfterAStreamThatIsGoneGoesOnBehindIt() {
    String last = StreamTables.create(client, "ccc", StreamViewType.KEYS_ONLY);

    assertThat(
            streams
                .listStreams(l -> l.exclusiveStartStreamArn(last.replace("table/ccc", "table/bbb")))
                .streams())
        .extracting(Stream::streamArn)
        .containsExactly(last);
  }

  @Test
  void malformedArnsAreRefusedAndUnknownOnesNotFound() {
    String arn = StreamTables.create(client, StreamViewType.KEYS_ONLY);

    assertThatThrownBy(() -> describe("not an arn, but with enough characters"))
        .isInstanceOf(DynamoDbException.class)
        .hasMessageContaining("Invalid StreamArn");
    assertThatThrownBy(() -> describe(arn.replace("us-east-1", "eu-west-1")))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  private void disable() {
    client.updateTable(
        update -> update.tableName(NAME).streamSpecification(s -> s.streamEnabled(false)));
  }

  private void enable(StreamViewType viewType) {
    client.updateTable(
        update ->
            update
                .tableName(NAME)
                .streamSpecification(s -> s.streamEnabled(true).streamViewType(viewType)));
  }

  private StreamDescription describe(String arn) {
    return streams.describeStream(d -> d.streamArn(arn)).streamDescription();
  }

  private TableDescription describeTable() {
    return client.describeTable(d -> d.tableName(NAME)).table();
  }
}
