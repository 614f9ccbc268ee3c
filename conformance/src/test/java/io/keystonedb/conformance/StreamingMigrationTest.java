package io.keystonedb.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.Database;
import io.keystonedb.migration.CheckpointStore;
import io.keystonedb.migration.Migration;
import io.keystonedb.sdk.KeystoneDynamoDbClient;
import io.keystonedb.sdk.KeystoneDynamoDbStreamsClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/** Moves a table from DynamoDB Local to KeystoneDB and back while it is written to. */
class StreamingMigrationTest {
  private static final String TABLE = "orders";

  @TempDir Path directory;

  private final Database database = Database.inMemory();
  private final DynamoDbClient keystone = KeystoneDynamoDbClient.create(database);
  private final DynamoDbStreamsClient keystoneStreams =
      KeystoneDynamoDbStreamsClient.create(database);
  private AmazonDynamoDBLocal embedded;
  private DynamoDbClient local;

  @BeforeEach
  void start() {
    embedded = DynamoDBEmbedded.create();
    local = embedded.dynamoDbClient();
  }

  @AfterEach
  void stop() {
    embedded.shutdownNow();
  }

  @Test
  void followsDynamoDbLocalAcrossRestarts() {
    migrate(
        local,
        embedded.dynamoDbStreamsClient(),
        keystone,
        () -> {
          embedded.dilateEventTimes(Duration.ofHours(5).toMillis());
          embedded.triggerShardRollovers();
        });
  }

  @Test
  void dynamoDbLocalFollowsAcrossRestarts() {
    database.dials().streamShardLifetime(Duration.ofHours(4));
    migrate(keystone, keystoneStreams, local, () -> database.clock().advance(Duration.ofHours(5)));
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
    assertThat(streams.describeStream(d -> d.streamArn(arn)).streamDescription().shards())
        .hasSizeGreaterThan(1);
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
        Map.of(
            "pk",
            RandomRequests.s("p" + random.nextInt(3)),
            "sk",
            RandomRequests.n(random.nextInt(5)));
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
                          RandomRequests.n(number),
                          ":l",
                          AttributeValue.builder().l(RandomRequests.s("x")).build())));
    } else {
      Map<String, AttributeValue> item = new HashMap<>(key);
      item.put("n", RandomRequests.n(number));
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
