package io.keystonedb.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.spy;

import io.keystonedb.Change;
import io.keystonedb.Database;
import io.keystonedb.Item;
import io.keystonedb.KeystoneClock;
import io.keystonedb.StreamView;
import io.keystonedb.Table;
import io.keystonedb.TableSchema;
import io.keystonedb.Value;
import io.keystonedb.sdk.KeystoneDynamoDbClient;
import io.keystonedb.sdk.KeystoneDynamoDbStreamsClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;

class StreamFollowerTest {
  private static final TableSchema SOURCE =
      TableSchema.create().partitionKey("pk").ttl("until").stream(StreamView.NEW_IMAGE);
  private static final TableSchema TARGET =
      TableSchema.create().partitionKey("pk").stream(StreamView.NEW_AND_OLD_IMAGES);

  private static final long PAUSE_NANOS = 500_000;

  private final Database source =
      Database.inMemory(KeystoneClock.fixed(Instant.parse("2026-08-15T10:20:30Z")));
  private final Database target = Database.inMemory();
  private final Table from = source.createTable("orders", SOURCE);
  private final Table to = target.createTable("orders", TARGET);
  private final CheckpointStore checkpoints = CheckpointStore.inMemory();

  private StreamFollower follower() {
    return follower(KeystoneDynamoDbClient.create(target), checkpoints);
  }

  private StreamFollower follower(DynamoDbClient client, CheckpointStore store) {
    return Migration.follower(KeystoneDynamoDbStreamsClient.create(source), arn(), client)
        .checkpoints(store)
        .build();
  }

  private String arn() {
    return KeystoneDynamoDbClient.create(source)
        .describeTable(d -> d.tableName("orders"))
        .table()
        .latestStreamArn();
  }

  private static Item value(long value) {
    return Item.builder().number("v", value).build();
  }

  private void assertEqualTables() {
    assertThat(to.scan().items()).containsExactlyInAnyOrderElementsOf(from.scan().items());
  }

  @Test
  void appliesInsertsModificationsAndRemovals() {
    from.put("a", value(1));
    from.put("b", value(1));
    from.put("a", value(2));
    from.delete("b");

    assertThat(follower().catchUp()).isEqualTo(4);
    assertThat(to.get("a").orElseThrow().get("v")).isEqualTo(Value.number(2));
    assertEqualTables();
  }

  @Test
  void appliesDeletionsByTimeToLive() {
    from.put("a", Item.builder().number("until", source.clock().epochSeconds() + 60).build());
    StreamFollower follower = follower();
    follower.catchUp();
    assertEqualTables();
    source.clock().advance(Duration.ofMinutes(2));
    follower.catchUp();

    assertThat(to.scan().items()).isEmpty();
  }

  @Test
  void withoutCheckpointsFollowsFromTheOldestChangeInTheTableOfTheSameName() {
    from.put("a", value(1));
    from.put("b", value(1));
    from.delete("b");
    StreamFollower follower =
        Migration.follow(
            KeystoneDynamoDbStreamsClient.create(source),
            arn(),
            KeystoneDynamoDbClient.create(target));
    assertThat(to.scan().items()).isEmpty();

    assertThat(follower.catchUp()).isEqualTo(3);
    assertEqualTables();
    from.put("a", value(2));
    assertThat(follower.catchUp()).isEqualTo(1);
    assertEqualTables();
  }

  @Test
  void goesOnWhereItsPredecessorStopped() {
    from.put("a", value(1));
    follower().catchUp();
    from.put("b", value(1));

    assertThat(follower().catchUp()).isEqualTo(1);
    assertEqualTables();
  }

  @Test
  void goesOnAfterIteratorsHaveExpired() {
    StreamFollower follower = follower();
    from.put("a", value(1));
    follower.catchUp();
    source.clock().advance(Duration.ofHours(1));
    from.put("a", value(2));

    assertThat(follower.catchUp()).isEqualTo(1);
    assertEqualTables();
  }

  @Test
  void writesToATableOfAnotherNameIfToldSo() {
    Table archive = target.createTable("archive", TARGET);
    from.put("a", value(1));

    Migration.follower(
            KeystoneDynamoDbStreamsClient.create(source),
            arn(),
            KeystoneDynamoDbClient.create(target))
        .table("archive")
        .build()
        .catchUp();

    assertThat(archive.get("a")).isPresent();
    assertThat(to.get("a")).isEmpty();
  }

  @Test
  void keepsTheOrderOfEachItemAcrossShardsAndRestarts() {
    source.dials().streamShardLifetime(Duration.ofMinutes(10));
    List<String> written = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      from.put("k" + i % 7, value(i));
      written.add("k" + i % 7 + "=" + i);
      source.clock().advance(Duration.ofMinutes(1));
      source.dials().streamShards(1 + i / 40);
      if (i % 23 == 0) {
        follower().catchUp();
      }
    }
    follower().catchUp();

    List<String> applied = new ArrayList<>();
    to.changes()
        .forEachRemaining(
            change ->
                applied.add(
                    ((Value.S) change.keys().get("pk")).value()
                        + "="
                        + ((Value.N) change.newImage().get("v")).text()));
    for (int key = 0; key < 7; key++) {
      String prefix = "k" + key + "=";
      assertThat(applied.stream().filter(each -> each.startsWith(prefix)).toList())
          .isEqualTo(written.stream().filter(each -> each.startsWith(prefix)).toList());
    }
    assertEqualTables();
  }

  @Test
  void changesThatAreAppliedTwiceDoNoHarm() {
    CheckpointStore forgetful =
        new CheckpointStore() {
          @Override
          public Optional<String> find(String streamArn, String shardId) {
            return Optional.empty();
          }

          @Override
          public void save(String streamArn, String shardId, String position) {}
        };
    for (int i = 0; i < 20; i++) {
      from.put("k" + i % 3, value(i));
      if (i % 4 == 0) {
        from.delete("k" + i % 3);
      }
      follower(KeystoneDynamoDbClient.create(target), forgetful).catchUp();
      assertEqualTables();
    }
  }

  @Test
  void anErrorOfTheTargetLeavesNothingOut() {
    DynamoDbClient failing = spy(KeystoneDynamoDbClient.create(target));
    StreamFollower follower = follower(failing, checkpoints);
    from.put("a", value(1));
    from.delete("a");
    from.put("b", value(1));
    doThrow(ProvisionedThroughputExceededException.builder().message("slow").build())
        .doCallRealMethod()
        .when(failing)
        .deleteItem(any(DeleteItemRequest.class));

    assertThatThrownBy(follower::catchUp)
        .isInstanceOf(ProvisionedThroughputExceededException.class);
    assertThat(to.get("a")).isPresent();
    follower.catchUp();
    assertEqualTables();
  }

  @Test
  void saysWhenChangesWereLost() {
    from.put("a", value(1));
    StreamFollower follower = follower();
    follower.catchUp();
    from.put("a", value(2));
    from.put("a", value(3));
    source.clock().advance(Duration.ofHours(25));

    assertThatThrownBy(follower::catchUp)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no longer has the changes after 100000000000000000001")
        .hasMessageContaining("copy the table again");
  }

  @Test
  void saysWhenAWholeShardWasLost() {
    source.dials().streamShardLifetime(Duration.ofHours(1));
    from.put("a", value(1));
    follower().catchUp();
    from.put("a", value(2));
    source.clock().advance(Duration.ofHours(2));
    from.put("a", value(3));
    source.clock().advance(Duration.ofHours(25));
    from.put("a", value(4));

    assertThatThrownBy(() -> follower().catchUp())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no longer has the changes");
  }

  @Test
  void streamsWithoutNewImagesCannotBeFollowed() {
    TableSchema keysOnly = TableSchema.create().partitionKey("pk").stream(StreamView.KEYS_ONLY);
    source.createTable("keys", keysOnly);
    String arn =
        KeystoneDynamoDbClient.create(source)
            .describeTable(d -> d.tableName("keys"))
            .table()
            .latestStreamArn();

    assertThatThrownBy(
            () ->
                Migration.follow(
                    KeystoneDynamoDbStreamsClient.create(source),
                    arn,
                    KeystoneDynamoDbClient.create(target)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("KEYS_ONLY");
  }

  @Test
  void runsUntilItIsClosed() throws Exception {
    StreamFollower follower = follower();
    Thread thread =
        new Thread(
            () -> {
              try {
                follower.run(Duration.ofMillis(1));
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    thread.start();
    from.put("a", value(1));
    while (to.get("a").isEmpty()) {
      Thread.sleep(1);
    }
    follower.close();
    thread.join(10_000);

    assertThat(thread.isAlive()).isFalse();
  }

  @Test
  void checkpointsInAFileSurvive(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("checkpoints");
    from.put("a", value(1));
    follower(KeystoneDynamoDbClient.create(target), CheckpointStore.file(file)).catchUp();
    from.put("b", value(1));

    assertThat(Files.readAllLines(file))
        .singleElement()
        .asString()
        .startsWith(arn() + " shardId-")
        .endsWith(" 100000000000000000001");
    assertThat(
            follower(KeystoneDynamoDbClient.create(target), CheckpointStore.file(file)).catchUp())
        .isEqualTo(1);
  }

  @Test
  void aDamagedFileOfCheckpointsIsRefused(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("checkpoints");
    Files.writeString(file, "arn shard\n");

    assertThatThrownBy(() -> CheckpointStore.file(file))
        .hasRootCauseMessage(file + " has a line that is no checkpoint: arn shard");
  }

  @Test
  void followsFourWritersWithTransactionsWithoutMissingOrDoublingAnything() throws Exception {
    source.dials().streamShards(3);
    long millis = Duration.ofSeconds(Long.getLong("keystone.stress.seconds", 2)).toMillis();
    List<Long> heard = new ArrayList<>();
    from.onChange(change -> heard.add(change.sequence()));
    List<Thread> writers = new ArrayList<>();
    long end = System.currentTimeMillis() + millis;
    for (int w = 0; w < 4; w++) {
      int writer = w;
      writers.add(new Thread(() -> write(writer, end)));
    }
    writers.forEach(Thread::start);
    long applied = 0;
    int restarts = 0;
    while (writers.stream().anyMatch(Thread::isAlive)) {
      source.dials().streamShards(3 + restarts++ % 6);
      applied += follower().catchUp();
    }
    for (Thread writer : writers) {
      writer.join();
    }
    applied += follower().catchUp();

    Set<Long> recorded = new HashSet<>();
    List<Change> changes = new ArrayList<>();
    from.changes().forEachRemaining(changes::add);
    changes.forEach(change -> recorded.add(change.sequence()));
    assertThat(changes).hasSizeGreaterThan(100);
    assertThat(recorded).hasSameSizeAs(changes);
    assertThat(heard).hasSameSizeAs(changes).isSorted();
    assertThat(applied).isEqualTo(changes.size());
    assertEqualTables();
  }

  /** Each write changes something; they are paced, as their records stay in memory for a day. */
  private void write(int writer, long end) {
    for (long i = 0; System.currentTimeMillis() < end; i++) {
      String own = "writer" + writer + "-" + i % 10;
      switch ((int) (i % 4)) {
        case 0 -> from.put(own, value(i));
        case 1 ->
            from.transactWrite()
                .put(own, value(i))
                .put("shared" + i % 5 + "-" + writer, value(i))
                .execute();
        case 2 ->
            from.update("everybodys")
                .expression("ADD v :one")
                .value(":one", Value.number(1))
                .execute();
        default -> from.delete(own);
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }
}
