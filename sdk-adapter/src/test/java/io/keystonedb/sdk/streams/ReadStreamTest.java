package io.keystonedb.sdk.streams;

import static io.keystonedb.sdk.streams.StreamTables.NAME;
import static io.keystonedb.sdk.streams.StreamTables.iterator;
import static io.keystonedb.sdk.streams.StreamTables.put;
import static io.keystonedb.sdk.streams.StreamTables.readFrom;
import static io.keystonedb.sdk.streams.StreamTables.s;
import static io.keystonedb.sdk.streams.StreamTables.shards;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keystonedb.Database;
import io.keystonedb.KeystoneClock;
import io.keystonedb.sdk.KeystoneDynamoDbClient;
import io.keystonedb.sdk.KeystoneDynamoDbStreamsClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * Iterators over shards and what they read.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_GetRecords.html">GetRecords</a>
 */
class ReadStreamTest {
  private static final Instant NOW = Instant.parse("2026-08-15T10:20:30.123Z");

  private final Database database = Database.inMemory(KeystoneClock.fixed(NOW));
  private final DynamoDbClient client = KeystoneDynamoDbClient.create(database);
  private final DynamoDbStreamsClient streams = KeystoneDynamoDbStreamsClient.create(database);
  private String arn;
  private Shard shard;

  @BeforeEach
  void createTable() {
    arn = StreamTables.create(client, StreamViewType.NEW_IMAGE);
    shard = shards(streams, arn).get(0);
  }

  @Test
  void theFourTypesBeginWhereTheirNamesSay() {
    String latestBefore = iterator(streams, arn, shard, ShardIteratorType.LATEST);
    put(client, "a", 1);
    put(client, "a", 2);
    put(client, "a", 3);
    List<Record> all = readFrom(streams, trimHorizon());
    String second = all.get(1).dynamodb().sequenceNumber();

    assertThat(all).hasSize(3);
    assertThat(readFrom(streams, latestBefore)).isEqualTo(all);
    assertThat(readFrom(streams, iterator(streams, arn, shard, ShardIteratorType.LATEST)))
        .isEmpty();
    assertThat(readFrom(streams, at(ShardIteratorType.AT_SEQUENCE_NUMBER, second)))
        .isEqualTo(all.subList(1, 3));
    assertThat(readFrom(streams, at(ShardIteratorType.AFTER_SEQUENCE_NUMBER, second)))
        .isEqualTo(all.subList(2, 3));
  }

  @Test
  void theStartOfAShardIsAPositionEvenWithoutRecords() {
    String start = shard.sequenceNumberRange().startingSequenceNumber();
    String iterator = at(ShardIteratorType.AT_SEQUENCE_NUMBER, start);
    put(client, "a", 1);

    assertThat(readFrom(streams, iterator)).hasSize(1);
  }

  @Test
  void anOpenShardAlwaysHasANextIterator() {
    GetRecordsResponse empty = streams.getRecords(g -> g.shardIterator(trimHorizon()));
    put(client, "a", 1);

    assertThat(empty.records()).isEmpty();
    assertThat(readFrom(streams, empty.nextShardIterator())).hasSize(1);
  }

  @Test
  void limitEndsAPage() {
    for (int i = 0; i < 5; i++) {
      put(client, "a", i);
    }
    GetRecordsResponse page = streams.getRecords(g -> g.shardIterator(trimHorizon()).limit(2));

    assertThat(page.records()).hasSize(2);
    assertThat(readFrom(streams, page.nextShardIterator())).hasSize(3);
  }

  @Test
  void aPageHasAtMostAThousandRecords() {
    for (int i = 0; i < 1001; i++) {
      put(client, "a", i);
    }

    assertThat(streams.getRecords(g -> g.shardIterator(trimHorizon())).records()).hasSize(1000);
    assertThat(readFrom(streams, trimHorizon())).hasSize(1001);
  }

  @Test
  void aPageHasAtMostOneMegabyte() {
    for (int i = 0; i < 4; i++) {
      String text = "x".repeat(300_000);
      String pk = "k" + i;
      client.putItem(put -> put.tableName(NAME).item(Map.of("pk", s(pk), "text", s(text))));
    }

    assertThat(streams.getRecords(g -> g.shardIterator(trimHorizon())).records()).hasSize(3);
    assertThat(readFrom(streams, trimHorizon())).hasSize(4);
  }

  @Test
  void theSameIteratorReadsTheSameAgain() {
    put(client, "a", 1);
    String iterator = trimHorizon();

    assertThat(readFrom(streams, iterator)).isEqualTo(readFrom(streams, iterator)).hasSize(1);
  }

  @Test
  void iteratorsAreTheArnADigitAndWhatIsOpaque() {
    assertThat(trimHorizon()).startsWith(arn + "|1|").hasSizeLessThanOrEqualTo(2048);
  }

  @Test
  void anIteratorCanBeUsedForAQuarterOfAnHour() {
    String iterator = trimHorizon();
    database.clock().advance(Duration.ofMinutes(15));
    assertThat(streams.getRecords(g -> g.shardIterator(iterator)).records()).isEmpty();
    database.clock().advance(Duration.ofMillis(1));

    assertThatThrownBy(() -> streams.getRecords(g -> g.shardIterator(iterator)))
        .isInstanceOf(ExpiredIteratorException.class)
        .hasMessageContaining(
            "The iterator is expired. Iterator created at time Sat Aug 15 10:20:30 UTC 2026");
  }

  @Test
  void recordsStayForADay() {
    put(client, "a", 1);
    database.clock().advance(Duration.ofHours(12));
    put(client, "a", 2);
    database.clock().advance(Duration.ofHours(12).minusSeconds(1));
    assertThat(readFrom(streams, trimHorizon())).hasSize(2);
    database.clock().advance(Duration.ofSeconds(1));

    assertThat(readFrom(streams, trimHorizon()))
        .extracting(record -> record.dynamodb().newImage().get("v").n())
        .containsExactly("2");
  }

  @Test
  void positionsThatAreNoLongerRetainedAreRefused() {
    put(client, "a", 1);
    put(client, "a", 2);
    List<Record> old = readFrom(streams, trimHorizon());
    database.clock().advance(Duration.ofHours(24));
    put(client, "a", 3);

    assertThatThrownBy(
            () -> at(ShardIteratorType.AT_SEQUENCE_NUMBER, old.get(1).dynamodb().sequenceNumber()))
        .isInstanceOf(TrimmedDataAccessException.class)
        .hasMessageContaining("The data you are trying to access has been trimmed");
    String next =
        at(ShardIteratorType.AFTER_SEQUENCE_NUMBER, old.get(1).dynamodb().sequenceNumber());
    assertThat(readFrom(streams, next)).hasSize(1);
  }

  @Test
  void anIteratorWhosePositionWasTrimmedMeanwhileIsRefused() {
    put(client, "a", 1);
    database.clock().advance(Duration.ofHours(24).minusMinutes(1));
    String iterator = trimHorizon();
    database.clock().advance(Duration.ofMinutes(2));

    assertThatThrownBy(() -> streams.getRecords(g -> g.shardIterator(iterator)))
        .isInstanceOf(TrimmedDataAccessException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "a|b", "a|1|?", "a|1|AAAA", "a|2|AAAA", "|||"})
  void textsThatAreNoIteratorsAreRefused(String text) {
    assertRefused(() -> streams.getRecords(g -> g.shardIterator(text)), "Invalid ShardIterator");
  }

  @Test
  void anIteratorThatWasTamperedWithIsRefused() {
    String iterator = trimHorizon();
    int middle = iterator.lastIndexOf('|') + 5;
    char other = iterator.charAt(middle) == 'A' ? 'B' : 'A';
    String tampered = iterator.substring(0, middle) + other + iterator.substring(middle + 1);

    assertRefused(
        () -> streams.getRecords(g -> g.shardIterator(tampered)), "Invalid ShardIterator");
  }

  @Test
  void unknownShardsAreNotFound() {
    assertThatThrownBy(
            () ->
                streams.getShardIterator(
                    g ->
                        g.streamArn(arn)
                            .shardId("shardId-00000000000000000000-00000000")
                            .shardIteratorType(ShardIteratorType.LATEST)))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageContaining("Requested resource not found: Shard does not exist");
  }

  @Test
  void positionsBySequenceNumberNeedOneInsideTheShard() {
    assertRefused(
        () -> at(ShardIteratorType.AFTER_SEQUENCE_NUMBER, null),
        "SequenceNumber must be provided when ShardIteratorType is AFTER_SEQUENCE_NUMBER");
    assertRefused(
        () -> at(ShardIteratorType.AT_SEQUENCE_NUMBER, "0".repeat(21)), "Invalid SequenceNumber");
    assertRefused(
        () -> at(ShardIteratorType.AT_SEQUENCE_NUMBER, "x".repeat(21)), "Invalid SequenceNumber");
  }

  @Test
  void declaredConstraintsComeFirst() {
    assertRefused(
        () ->
            streams.getShardIterator(
                g -> g.streamArn("short").shardId("short").shardIteratorType("x")),
        "3 validation errors detected: Value 'short' at 'streamArn' failed to satisfy constraint: Member must have length greater than or equal to 37");
    assertRefused(
        () -> streams.getRecords(g -> g.shardIterator("").limit(1001)),
        "2 validation errors detected");
  }

  private String trimHorizon() {
    return iterator(streams, arn, shard, ShardIteratorType.TRIM_HORIZON);
  }

  private String at(ShardIteratorType type, String sequenceNumber) {
    return streams
        .getShardIterator(
            g ->
                g.streamArn(arn)
                    .shardId(shard.shardId())
                    .shardIteratorType(type)
                    .sequenceNumber(sequenceNumber))
        .shardIterator();
  }

  private static void assertRefused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String text) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            AwsServiceException.class,
            e -> {
              assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ValidationException");
              assertThat(e.awsErrorDetails().errorMessage()).startsWith(text);
            });
  }
}
