package io.keystonedb.migration;

import static io.keystonedb.migration.Sides.USERS;
import static io.keystonedb.migration.Sides.key;
import static io.keystonedb.migration.Sides.n;
import static io.keystonedb.migration.Sides.s;
import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.Database;
import io.keystonedb.sdk.KeystoneDynamoDbClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Equal sides are never said to differ, whatever is asked, from however many threads. */
class NoFalseAlarmTest {
  private static final long SEED = Long.getLong("keystonedb.seed", 1);

  /** The long run is made on one SDK; on the others a tenth shows the same. */
  private static final int SHARE =
      Objects.equals(
              System.getProperty("keystonedb.test.sdk"),
              System.getProperty("keystonedb.test.sdk.newest"))
          ? 1
          : 10;

  @ParameterizedTest
  @CsvSource({
    "SEQUENTIAL, 100000, 1",
    "PARALLEL, 4000, 1",
    "LATER, 10000, 1",
    "SEQUENTIAL, 10000, 4",
    "LATER, 10000, 4"
  })
  void findsNothingWhereNothingDiffers(Mode mode, int atMost, int threads) throws Exception {
    int operations = atMost / SHARE;
    Database database = Database.inMemory();
    Sides.createUsers(KeystoneDynamoDbClient.create(database), USERS);
    Database fork = database.fork();
    Sides sides =
        Sides.between(
            KeystoneDynamoDbClient.create(database),
            KeystoneDynamoDbClient.create(fork),
            builder ->
                builder
                    .mode(mode)
                    .queueCapacity(1_000_000)
                    .rules(
                        ComparisonRules.builder()
                            .samePagesOfScans()
                            .compareErrorTexts()
                            .compareCapacity()
                            .build()));
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    List<Future<?>> done = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      Random random = new Random(SEED + i);
      done.add(
          executor.submit(
              () -> {
                for (int j = 0; j < operations / threads; j++) {
                  anything(sides.client, random);
                }
              }));
    }
    for (Future<?> each : done) {
      each.get();
    }
    executor.shutdown();

    assertThat(sides.dualWrite().await(Duration.ofMinutes(2))).isTrue();
    assertThat(sides.dualWrite().discrepancies()).as("-Dkeystonedb.seed=%d", SEED).isEmpty();
    DualWriteCounts counts = sides.dualWrite().counts();
    assertThat(counts.requests()).isEqualTo(operations);
    assertThat(counts.equal() + counts.raced()).isEqualTo(counts.compared());
    if (threads == 1) {
      assertThat(counts.raced()).isZero();
    }
    ComparisonResult result = sides.dualWrite().comparison().run();
    assertThat(result.discrepancies()).isEmpty();
    assertThat(result.scans().get(0).primaryItems()).isPositive();
  }

  private static void anything(DynamoDbClient client, Random random) {
    String id = "u" + random.nextInt(20);
    try {
      switch (random.nextInt(14)) {
        case 0, 1, 2 ->
            client.putItem(p -> p.tableName(USERS).item(item(id, random)).returnValues("ALL_OLD"));
        case 3 ->
            client.putItem(
                p ->
                    p.tableName(USERS)
                        .item(item(id, random))
                        .conditionExpression("attribute_not_exists(id)"));
        case 4, 5 ->
            client.updateItem(
                u ->
                    u.tableName(USERS)
                        .key(key(id))
                        .updateExpression("ADD hits :one SET l[0] = :one")
                        .expressionAttributeValues(Map.of(":one", n(1)))
                        .returnValues("ALL_NEW"));
        case 6 -> client.deleteItem(d -> d.tableName(USERS).key(key(id)).returnValues("ALL_OLD"));
        case 7 ->
            client.getItem(g -> g.tableName(USERS).key(key(id)).returnConsumedCapacity("TOTAL"));
        case 8 ->
            client.query(
                q ->
                    q.tableName(USERS)
                        .indexName("by-city")
                        .limit(1 + random.nextInt(4))
                        .keyConditionExpression("city = :c AND age > :a")
                        .expressionAttributeValues(
                            Map.of(":c", s("c" + random.nextInt(3)), ":a", n(random.nextInt(5)))));
        case 9 -> client.scan(scan -> scan.tableName(USERS).limit(1 + random.nextInt(30)));
        case 10 ->
            client.batchWriteItem(
                b ->
                    b.requestItems(
                        Map.of(
                            USERS,
                            List.of(
                                WriteRequest.builder()
                                    .putRequest(p -> p.item(item(id, random)))
                                    .build(),
                                WriteRequest.builder()
                                    .deleteRequest(d -> d.key(key("other")))
                                    .build()))));
        case 11 ->
            client.batchGetItem(
                b ->
                    b.requestItems(
                        Map.of(
                            USERS,
                            KeysAndAttributes.builder().keys(key(id), key("other")).build())));
        case 12 ->
            client.transactWriteItems(
                t ->
                    t.transactItems(
                        TransactWriteItem.builder()
                            .put(p -> p.tableName(USERS).item(item(id, random)))
                            .build(),
                        TransactWriteItem.builder()
                            .conditionCheck(
                                c ->
                                    c.tableName(USERS)
                                        .key(key("other"))
                                        .conditionExpression("attribute_exists(hits)"))
                            .build()));
        default ->
            client.executeStatement(
                e -> e.statement("SELECT * FROM users WHERE id = '" + id + "'"));
      }
    } catch (DynamoDbException e) {
      // Some of these are meant to fail, on both sides.
    }
  }

  private static Map<String, AttributeValue> item(String id, Random random) {
    Map<String, AttributeValue> item = new HashMap<>(key(id));
    if (random.nextBoolean()) {
      item.put("city", s("c" + random.nextInt(3)));
      item.put("age", n(random.nextInt(10)));
    }
    item.put("l", AttributeValue.builder().l(n("1.0"), s("x")).build());
    item.put("ss", AttributeValue.builder().ss("b", "a").build());
    item.put("b", AttributeValue.builder().b(SdkBytes.fromUtf8String("b")).build());
    return item;
  }

  @Test
  void readsOfTheSameItemFromManyThreadsAreDecidedWhenTheySettle() throws Exception {
    Sides sides = Sides.of(builder -> builder.mode(Mode.LATER).settle(5, Duration.ofMillis(1)));
    Thread writer =
        new Thread(
            () -> {
              for (int i = 0; i < 2000; i++) {
                Sides.put(sides.client, Sides.user("alice", "Alice", i));
              }
            });
    writer.start();
    while (writer.isAlive()) {
      Sides.get(sides.client, "alice");
    }
    writer.join();

    assertThat(sides.dualWrite().await(Sides.PATIENCE)).isTrue();
    assertThat(sides.dualWrite().discrepancies()).isEmpty();
    assertThat(sides.dualWrite().counts().persistentMismatches()).isZero();
  }
}
