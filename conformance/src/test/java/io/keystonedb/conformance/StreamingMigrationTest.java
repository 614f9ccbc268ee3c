package io.keystonedb.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.Database;
import io.keystonedb.conformance.random.Dynoxide;
import io.keystonedb.migration.CheckpointStore;
import io.keystonedb.migration.Migration;
import io.keystonedb.sdk.KeystoneDynamoDbClient;
import io.keystonedb.sdk.KeystoneDynamoDbStreamsClient;
import io.keystonedb.server.KeystoneServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * Moves a table between a database in process and one that is reached over HTTP, in both
 * directions, while it is written to.
 */
class StreamingMigrationTest {
  private static final String TABLE = "orders";
  private static final Duration SHARD_LIFETIME = Duration.ofHours(4);

  @TempDir Path directory;

  private final Database database = Database.inMemory();
  private final DynamoDbClient direct = KeystoneDynamoDbClient.create(database);
  private final DynamoDbStreamsClient directStreams =
      KeystoneDynamoDbStreamsClient.create(database);

  @Test
  void followsADatabaseBehindTheServerAcrossRestartsAndShards() {
    Database remote = Database.inMemory();
    remote.dials().streamShardLifetime(SHARD_LIFETIME);
    try (KeystoneServer server = KeystoneServer.start(remote);
        DynamoDbClient source = HttpClients.tables(server.endpoint());
        DynamoDbStreamsClient streams = HttpClients.streams(server.endpoint())) {
      migrate(source, streams, direct, () -> rollOver(remote));

      assertThat(shards(source, streams)).isGreaterThan(1);
    }
  }

  @Test
  void aDatabaseBehindTheServerFollowsAcrossRestartsAndShards() {
    database.dials().streamShardLifetime(SHARD_LIFETIME);
    try (KeystoneServer server = KeystoneServer.start(Database.inMemory());
        DynamoDbClient target = HttpClients.tables(server.endpoint())) {
      migrate(direct, directStreams, target, () -> rollOver(database));

      assertThat(shards(direct, directStreams)).isGreaterThan(1);
    }
  }

  /** Dynoxide has one shard for ever. */
  @Test
  @Tag("second-opinion")
  void followsDynoxideAcrossRestarts() {
    try (Dynoxide dynoxide = Dynoxide.start();
        DynamoDbClient source = HttpClients.tables(dynoxide.endpoint());
        DynamoDbStreamsClient streams = HttpClients.streams(dynoxide.endpoint())) {
      migrate(source, streams, direct, () -> {});
    }
  }

  @Test
  @Tag("second-opinion")
  void dynoxideFollowsAcrossRestartsAndShards() {
    database.dials().streamShardLifetime(SHARD_LIFETIME);
    try (Dynoxide dynoxide = Dynoxide.start();
        DynamoDbClient target = HttpClients.tables(dynoxide.endpoint())) {
      migrate(direct, directStreams, target, () -> rollOver(database));
    }
  }

  private static void rollOver(Database database) {
    database.clock().advance(SHARD_LIFETIME.plusHours(1));
  }

  private static int shards(DynamoDbClient client, DynamoDbStreamsClient streams) {
    String arn = client.describeTable(t -> t.tableName(TABLE)).table().latestStreamArn();
    return streams.describeStream(s -> s.streamArn(arn)).streamDescription().shards().size();
  }

  private void migrate(
      DynamoDbClient source,
      DynamoDbStreamsClient streams,
      DynamoDbClient target,
      Runnable rollOver) {
    String arn = createTable(source, true);
    createTable(target, false);
    Path checkpoints = directory.resolve("checkpoints");
    Random random = new Random(4);
    long applied = 0;
    for (int restart = 0; restart < 5; restart++) {
      for (int i = 0; i < 40; i++) {
        write(random, source, restart * 40 + i);
      }
      applied +=
          Migration.follower(streams, arn, target)
              .checkpoints(CheckpointStore.file(checkpoints))
              .build()
              .catchUp();
      assertThat(items(target)).isEqualTo(items(source));
      if (restart == 2) {
        rollOver.run();
      }
    }

    // Each write changes something, and no restart applies one again.
    assertThat(applied).isEqualTo(200);
    assertThat(items(target)).isNotEmpty();
  }

  private static String createTable(DynamoDbClient client, boolean stream) {
    return client
        .createTable(
            t -> {
              t.tableName(TABLE)
                  .billingMode(BillingMode.PAY_PER_REQUEST)
                  .attributeDefinitions(
                      a -> a.attributeName("pk").attributeType("S"),
                      a -> a.attributeName("sk").attributeType("N"))
                  .keySchema(
                      k -> k.attributeName("pk").keyType("HASH"),
                      k -> k.attributeName("sk").keyType("RANGE"));
              if (stream) {
                t.streamSpecification(
                    s -> s.streamEnabled(true).streamViewType(StreamViewType.NEW_IMAGE));
              }
            })
        .tableDescription()
        .latestStreamArn();
  }

  private static void write(Random random, DynamoDbClient client, int number) {
    Map<String, AttributeValue> key =
        Map.of("pk", Values.s("p" + random.nextInt(3)), "sk", Values.n(random.nextInt(5)));
    boolean exists = client.getItem(g -> g.tableName(TABLE).key(key)).hasItem();
    if (exists && random.nextInt(3) == 0) {
      client.deleteItem(d -> d.tableName(TABLE).key(key));
    } else if (random.nextBoolean()) {
      client.updateItem(
          u ->
              u.tableName(TABLE)
                  .key(key)
                  .updateExpression("SET n = :n, #l = :l")
                  .expressionAttributeNames(Map.of("#l", "list"))
                  .expressionAttributeValues(
                      Map.of(
                          ":n",
                          Values.n(number),
                          ":l",
                          AttributeValue.builder().l(Values.s("x")).build())));
    } else {
      Map<String, AttributeValue> item = new HashMap<>(key);
      item.put("n", Values.n(number));
      item.put("set", AttributeValue.builder().ss("a", "b" + number).build());
      client.putItem(p -> p.tableName(TABLE).item(item));
    }
  }

  private static Map<Map<String, AttributeValue>, Map<String, AttributeValue>> items(
      DynamoDbClient client) {
    Map<Map<String, AttributeValue>, Map<String, AttributeValue>> items = new HashMap<>();
    client
        .scan(s -> s.tableName(TABLE))
        .items()
        .forEach(
            item ->
                items.put(Map.of("pk", item.get("pk"), "sk", item.get("sk")), Map.copyOf(item)));
    return items;
  }
}
