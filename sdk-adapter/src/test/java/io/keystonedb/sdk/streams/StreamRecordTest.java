package io.keystonedb.sdk.streams;

import static io.keystonedb.sdk.streams.StreamTables.NAME;
import static io.keystonedb.sdk.streams.StreamTables.delete;
import static io.keystonedb.sdk.streams.StreamTables.item;
import static io.keystonedb.sdk.streams.StreamTables.key;
import static io.keystonedb.sdk.streams.StreamTables.n;
import static io.keystonedb.sdk.streams.StreamTables.put;
import static io.keystonedb.sdk.streams.StreamTables.readAll;
import static io.keystonedb.sdk.streams.StreamTables.s;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.keystonedb.Database;
import io.keystonedb.KeystoneClock;
import io.keystonedb.sdk.KeystoneDynamoDbClient;
import io.keystonedb.sdk.KeystoneDynamoDbStreamsClient;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * What a stream records of writes.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Streams.html">Change
 *     data capture for DynamoDB Streams</a>
 */
class StreamRecordTest {
  private static final Instant NOW = Instant.parse("2026-08-15T10:20:30.123Z");

  private final Database database = Database.inMemory(KeystoneClock.fixed(NOW));
  private final DynamoDbClient client = KeystoneDynamoDbClient.create(database);
  private final DynamoDbStreamsClient streams = KeystoneDynamoDbStreamsClient.create(database);

  @Test
  void recordsInsertModifyAndRemoveInTheirOrder() {
    String arn = StreamTables.create(client, StreamViewType.NEW_AND_OLD_IMAGES);
    put(client, "a", 1);
    put(client, "a", 2);
    delete(client, "a");

    assertThat(readAll(streams, arn))
        .extracting(
            Record::eventName,
            r -> r.dynamodb().keys(),
            r -> r.dynamodb().oldImage(),
            r -> r.dynamodb().newImage())
        .containsExactly(
            tuple(OperationType.INSERT, key("a"), Map.of(), item("a", 1)),
            tuple(OperationType.MODIFY, key("a"), item("a", 1), item("a", 2)),
            tuple(OperationType.REMOVE, key("a"), item("a", 2), Map.of()));
  }

  @Test
  void aRecordSaysWhereItComesFrom() {
    String arn = StreamTables.create(client, StreamViewType.NEW_AND_OLD_IMAGES);
    put(client, "a", 1);

    Record record = readAll(streams, arn).get(0);

    assertThat(record.eventID()).matches("[0-9a-f]{32}");
    assertThat(record.eventVersion()).isEqualTo("1.1");
    assertThat(record.eventSource()).isEqualTo("aws:dynamodb");
    assertThat(record.awsRegion()).isEqualTo("us-east-1");
    assertThat(record.userIdentity()).isNull();
    assertThat(record.dynamodb().approximateCreationDateTime())
        .isEqualTo(Instant.parse("2026-08-15T10:20:30Z"));
    assertThat(record.dynamodb().sequenceNumber()).matches("[0-9]{21,40}");
    assertThat(record.dynamodb().streamViewType()).isEqualTo(StreamViewType.NEW_AND_OLD_IMAGES);
    // Key: pk and a; image: pk, a, v and the number.
    assertThat(record.dynamodb().sizeBytes()).isEqualTo(3 + 3 + 1 + 2);
  }

  @ParameterizedTest
  @EnumSource(names = "UNKNOWN_TO_SDK_VERSION", mode = EnumSource.Mode.EXCLUDE)
  void theViewTypeSaysWhichImagesAreShown(StreamViewType viewType) {
    String arn = StreamTables.create(client, viewType);
    boolean newImage = viewType.toString().startsWith("NEW");
    boolean oldImage = viewType.toString().contains("OLD");
    put(client, "a", 1);
    put(client, "a", 2);

    Record record = readAll(streams, arn).get(1);

    assertThat(record.dynamodb().keys()).isEqualTo(key("a"));
    assertThat(record.dynamodb().hasNewImage()).isEqualTo(newImage);
    assertThat(record.dynamodb().hasOldImage()).isEqualTo(oldImage);
    assertThat(record.dynamodb().streamViewType()).isEqualTo(viewType);
  }

  @Test
  void writesThatChangeNothingLeaveNoRecord() {
    String arn = StreamTables.create(client, StreamViewType.NEW_AND_OLD_IMAGES);
    client.putItem(put -> put.tableName(NAME).item(withSet("x", "y")));
    client.putItem(put -> put.tableName(NAME).item(withSet("y", "x")));
    client.updateItem(
        update ->
            update
                .tableName(NAME)
                .key(key("a"))
                .updateExpression("SET v = v, w = if_not_exists(w, :w)")
                .expressionAttributeValues(Map.of(":w", n(1))));
    client.updateItem(
        update -> update.tableName(NAME).key(key("a")).updateExpression("REMOVE absent"));
    client.updateItem(
        update -> update.tableName(NAME).key(key("b")).updateExpression("REMOVE absent"));
    client.updateItem(update -> update.tableName(NAME).key(key("a")));
    delete(client, "absent");

    assertThat(readAll(streams, arn)).extracting(Record::eventName).hasSize(1);
  }

  private static Map<String, AttributeValue> withSet(String... elements) {
    return Map.of("pk", s("a"), "v", AttributeValue.builder().ss(elements).build(), "w", n(1));
  }

  @Test
  void failedWritesLeaveNoRecord() {
    String arn = StreamTables.create(client, StreamViewType.KEYS_ONLY);
    assertThatThrownBy(
            () ->
                client.putItem(
                    put ->
                        put.tableName(NAME)
                            .item(item("a", 1))
                            .conditionExpression("attribute_exists(pk)")))
        .isInstanceOf(ConditionalCheckFailedException.class);
    assertThatThrownBy(
            () ->
                client.transactWriteItems(
                    w ->
                        w.transactItems(
                            t -> t.put(p -> p.tableName(NAME).item(item("a", 1))),
                            t ->
                                t.conditionCheck(
                                    c ->
                                        c.tableName(NAME)
                                            .key(key("b"))
                                            .conditionExpression("attribute_exists(pk)")))))
        .isInstanceOf(TransactionCanceledException.class);

    assertThat(readAll(streams, arn)).isEmpty();
  }

  @Test
  void batchesAndTransactionsLeaveOneRecordForEachItemTheyChange() {
    String arn = StreamTables.create(client, StreamViewType.KEYS_ONLY);
    put(client, "gone", 1);
    client.batchWriteItem(
        batch ->
            batch.requestItems(
                Map.of(
                    NAME,
                    List.of(
                        WriteRequest.builder().putRequest(p -> p.item(item("a", 1))).build(),
                        WriteRequest.builder().deleteRequest(d -> d.key(key("gone"))).build()))));
    client.transactWriteItems(
        w ->
            w.transactItems(
                t -> t.put(p -> p.tableName(NAME).item(item("b", 1))),
                t ->
                    t.update(
                        u ->
                            u.tableName(NAME)
                                .key(key("a"))
                                .updateExpression("SET v = v + :one")
                                .expressionAttributeValues(Map.of(":one", n(1)))),
                t ->
                    t.conditionCheck(
                        c ->
                            c.tableName(NAME)
                                .key(key("c"))
                                .conditionExpression("attribute_not_exists(pk)")),
                t -> t.delete(d -> d.tableName(NAME).key(key("absent")))));

    assertThat(readAll(streams, arn))
        .extracting(Record::eventName, r -> r.dynamodb().keys())
        .containsExactly(
            tuple(OperationType.INSERT, key("gone")),
            tuple(OperationType.INSERT, key("a")),
            tuple(OperationType.REMOVE, key("gone")),
            tuple(OperationType.INSERT, key("b")),
            tuple(OperationType.MODIFY, key("a")));
  }

  @Test
  void aTransactionThatIsRepeatedUnderItsTokenLeavesNoFurtherRecord() {
    String arn = StreamTables.create(client, StreamViewType.KEYS_ONLY);
    for (int i = 0; i < 2; i++) {
      client.transactWriteItems(
          w ->
              w.clientRequestToken("token")
                  .transactItems(t -> t.put(p -> p.tableName(NAME).item(item("a", 1)))));
    }

    assertThat(readAll(streams, arn)).hasSize(1);
  }

  @Test
  void sequenceNumbersGrowAndAreNotUsedAgainAfterTheRecordsAreGone() {
    String arn = StreamTables.create(client, StreamViewType.KEYS_ONLY);
    put(client, "a", 1);
    put(client, "a", 2);
    List<BigInteger> first = sequences(arn);
    database.clock().advance(Duration.ofHours(25));
    put(client, "a", 3);

    assertThat(first).isSorted().doesNotHaveDuplicates();
    assertThat(sequences(arn)).hasSize(1).allMatch(later -> later.compareTo(first.get(1)) > 0);
  }

  private List<BigInteger> sequences(String arn) {
    return readAll(streams, arn).stream()
        .map(record -> new BigInteger(record.dynamodb().sequenceNumber()))
        .toList();
  }

  @Test
  void deletionsByTimeToLiveAreTheServices() {
    String arn = StreamTables.create(client, StreamViewType.NEW_AND_OLD_IMAGES);
    client.updateTimeToLive(
        ttl ->
            ttl.tableName(NAME).timeToLiveSpecification(t -> t.attributeName("v").enabled(true)));
    put(client, "expires", NOW.getEpochSecond() + 60);
    put(client, "deleted", NOW.getEpochSecond() + 60);
    delete(client, "deleted");
    database.clock().advance(Duration.ofHours(1));

    List<Record> removals =
        readAll(streams, arn).stream()
            .filter(record -> record.eventName() == OperationType.REMOVE)
            .toList();

    assertThat(removals).hasSize(2);
    assertThat(removals.get(0).userIdentity()).isNull();
    assertThat(removals.get(1).dynamodb().keys()).isEqualTo(key("expires"));
    assertThat(removals.get(1).userIdentity().principalId()).isEqualTo("dynamodb.amazonaws.com");
    assertThat(removals.get(1).userIdentity().type()).isEqualTo("Service");
    assertThat(removals.get(1).dynamodb().approximateCreationDateTime())
        .isEqualTo(Instant.parse("2026-08-15T11:20:30Z"));
  }

  @Test
  void aTableWithoutAStreamHasNoRecords() {
    String arn = StreamTables.create(client, StreamViewType.KEYS_ONLY);
    client.updateTable(
        update -> update.tableName(NAME).streamSpecification(s -> s.streamEnabled(false)));
    put(client, "a", 1);

    assertThat(readAll(streams, arn)).isEmpty();
  }
}
