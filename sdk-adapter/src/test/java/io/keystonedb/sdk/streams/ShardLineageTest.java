package io.keystonedb.sdk.streams;

import static io.keystonedb.sdk.streams.StreamTables.put;
import static io.keystonedb.sdk.streams.StreamTables.shards;
import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.Database;
import io.keystonedb.KeystoneClock;
import io.keystonedb.sdk.KeystoneDynamoDbClient;
import io.keystonedb.sdk.KeystoneDynamoDbStreamsClient;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.StreamDescription;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Shards that split and roll over, and consumers that follow their lineage. */
class ShardLineageTest {
  private final Database database =
      Database.inMemory(KeystoneClock.fixed(Instant.parse("2026-08-15T10:20:30.123Z")));
  private final DynamoDbClient client = KeystoneDynamoDbClient.create(database);
  private final DynamoDbStreamsClient streams = KeystoneDynamoDbStreamsClient.create(database);

  @Test
  void aStreamHasAsManyShardsAsTheDialSays() {
    database.dials().streamShards(4);
    String arn = StreamTables.create(client, StreamViewType.NEW_IMAGE);
    for (int i = 0; i < 100; i++) {
      put(client, "k" + i, 1);
    }

    assertThat(shards(streams, arn)).hasSize(4).allMatch(shard -> shard.parentShardId() == null);
    assertThat(new ShardWalk(streams, arn).records()).hasSize(100);
  }

  @Test
  void shardsSplitWithTheNextWriteWhenTheDialIsTurnedUp() {
    String arn = StreamTables.create(client, StreamViewType.NEW_IMAGE);
    put(client, "a", 1);
    database.dials().streamShards(3);
    put(client, "a", 2);

    List<Shard> shards = shards(streams, arn);

    assertThat(shards.stream().filter(ShardLineageTest::isOpen)).hasSize(3);
    assertThat(shards).hasSize(5);
    Map<String, Shard> byId = new HashMap<>();
    shards.forEach(shard -> byId.put(shard.shardId(), shard));
    for (Shard child : shards.subList(1, 5)) {
      Shard parent = byId.get(child.parentShardId());
      assertThat(isOpen(parent)).isFalse();
      assertThat(new BigInteger(child.sequenceNumberRange().startingSequenceNumber()))
          .isGreaterThan(new BigInteger(parent.sequenceNumberRange().endingSequenceNumber()));
    }
  }

  @Test
  void shardsRollOverAtTheAgeTheDialSays() {
    database.dials().streamShardLifetime(Duration.ofHours(4));
    String arn = StreamTables.create(client, StreamViewType.NEW_IMAGE);
    for (int i = 0; i < 4; i++) {
      put(client, "a", i);
      database.clock().advance(Duration.ofHours(3));
    }

    List<Shard> shards = shards(streams, arn);

    assertThat(shards).hasSize(2);
    assertThat(shards.get(1).parentShardId()).isEqualTo(shards.get(0).shardId());
    assertThat(values(new ShardWalk(streams, arn).records())).containsExactly("0", "1", "2", "3");
  }

  @Test
  void shardsVanishWithTheirRecords() {
    database.dials().streamShardLifetime(Duration.ofHours(4));
    String arn = StreamTables.create(client, StreamViewType.NEW_IMAGE);
    put(client, "a", 1);
    database.clock().advance(Duration.ofHours(5));
    put(client, "a", 2);
    String closed = shards(streams, arn).get(0).shardId();
    database.clock().advance(Duration.ofHours(24));

    assertThat(shards(streams, arn))
        .singleElement()
        .matches(shard -> closed.equals(shard.parentShardId()));
  }

  @Test
  void describesShardsPageByPage() {
    database.dials().streamShards(5);
    String arn = StreamTables.create(client, StreamViewType.NEW_IMAGE);
    List<String> found = new ArrayList<>();
    String start = null;
    do {
      String after = start;
      StreamDescription page =
          streams
              .describeStream(d -> d.streamArn(arn).limit(2).exclusiveStartShardId(after))
              .streamDescription();
      assertThat(page.shards()).hasSizeBetween(1, 2);
      page.shards().forEach(shard -> found.add(shard.shardId()));
      start = page.lastEvaluatedShardId();
    } while (start != null);

    assertThat(found).hasSize(5).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void theChangesOfAnItemKeepTheirOrderAcrossSplitsAndRollovers() {
    database.dials().streamShardLifetime(Duration.ofMinutes(7));
    String arn = StreamTables.create(client, StreamViewType.NEW_IMAGE);
    Map<String, List<String>> written = new HashMap<>();
    for (int i = 0; i < 300; i++) {
      String pk = "k" + i % 13;
      put(client, pk, i);
      written.computeIfAbsent(pk, absent -> new ArrayList<>()).add(Integer.toString(i));
      database.clock().advance(Duration.ofMinutes(1));
      database.dials().streamShards(1 + i / 50);
    }

    Map<String, List<String>> read = new HashMap<>();
    Set<String> sequences = new HashSet<>();
    for (Record record : new ShardWalk(streams, arn).records()) {
      read.computeIfAbsent(record.dynamodb().keys().get("pk").s(), absent -> new ArrayList<>())
          .add(record.dynamodb().newImage().get("v").n());
      sequences.add(record.dynamodb().sequenceNumber());
    }

    assertThat(read).isEqualTo(written);
    assertThat(sequences).hasSize(300);
    assertThat(shards(streams, arn).size()).isGreaterThan(40);
  }

  private static boolean isOpen(Shard shard) {
    return shard.sequenceNumberRange().endingSequenceNumber() == null;
  }

  private static List<String> values(List<Record> records) {
    return records.stream().map(record -> record.dynamodb().newImage().get("v").n()).toList();
  }
}
