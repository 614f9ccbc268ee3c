package io.keystonedb.benchmarks;

import com.sun.management.GarbageCollectionNotificationInfo;
import io.keystonedb.Database;
import io.keystonedb.Dials;
import io.keystonedb.KeystoneClock;
import io.keystonedb.sdk.KeystoneDynamoDbClient;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * How long a write waits at most while another thread does something to a large table: the longest
 * of the writes that one thread makes to a small table meanwhile. Prints lines of the result table,
 * each with the longest pause for garbage collection in the same time.
 */
final class PauseProbe {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final String LARGE = "large";
  private static final String SMALL = "small";
  private static final int BATCH_ITEMS = 25;

  private final KeystoneClock clock = KeystoneClock.fixed(START);
  private final Database database = Database.inMemory(clock);
  private final DynamoDbClient client = KeystoneDynamoDbClient.create(database);
  private final AtomicLong longestWriteNanos = new AtomicLong();
  private final AtomicLong longestCollectionMillis = new AtomicLong();
  private volatile boolean ended;

  private PauseProbe() {}

  /** Arguments: how many items the large table gets. */
  public static void main(String[] args) throws InterruptedException {
    new PauseProbe().run(Integer.parseInt(args[0]));
  }

  private void run(int items) throws InterruptedException {
    database.dials().expiredItemsStay(Dials.UNTIL_ASKED);
    load(items);
    listenToCollections();
    Thread writer = new Thread(this::write, "writer");
    writer.start();
    measure("nothing", () -> sleep(3_000));
    measure("creating an index", this::createIndex);
    measure("DescribeTable, 1,000 times", this::describe);
    measure("deleting an index", this::deleteIndex);
    measure("time to live on", () -> timeToLive(true));
    clock.advance(Duration.ofHours(1));
    measure("time to live off", () -> timeToLive(false));
    clock.advance(Duration.ofHours(1));
    timeToLive(true);
    clock.advance(Duration.ofDays(1));
    measure("expiry of all items", database::deleteExpiredItems);
    measure("trimming the stream", () -> clock.advance(Duration.ofHours(25)));
    put(items);
    measure("deleting a table", () -> client.deleteTable(r -> r.tableName(LARGE)));
    ended = true;
    writer.join();
  }

  private void load(int items) {
    for (String table : List.of(LARGE, SMALL)) {
      client.createTable(
          r ->
              r.tableName(table)
                  .billingMode(BillingMode.PAY_PER_REQUEST)
                  .attributeDefinitions(attribute("id"))
                  .keySchema(key("id"))
                  .streamSpecification(
                      s ->
                          s.streamEnabled(table.equals(LARGE))
                              .streamViewType(
                                  table.equals(LARGE) ? StreamViewType.KEYS_ONLY : null)));
    }
    put(items);
  }

  private void put(int items) {
    List<WriteRequest> batch = new ArrayList<>();
    for (int i = 0; i < items; i++) {
      Map<String, AttributeValue> item = item(i);
      batch.add(WriteRequest.builder().putRequest(p -> p.item(item)).build());
      if (batch.size() == BATCH_ITEMS || i == items - 1) {
        List<WriteRequest> writes = List.copyOf(batch);
        client.batchWriteItem(r -> r.requestItems(Map.of(LARGE, writes)));
        batch.clear();
      }
    }
  }

  private static Map<String, AttributeValue> item(int i) {
    return Map.of(
        "id", AttributeValue.fromS("order-" + i),
        "group", AttributeValue.fromS("group-" + i % 1000),
        "until", AttributeValue.fromN("" + START.plus(Duration.ofHours(12)).getEpochSecond()),
        "text", AttributeValue.fromS("x".repeat(200)));
  }

  private static AttributeDefinition attribute(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static KeySchemaElement key(String name) {
    return KeySchemaElement.builder().attributeName(name).keyType(KeyType.HASH).build();
  }

  private void createIndex() {
    client.updateTable(
        r ->
            r.tableName(LARGE)
                .attributeDefinitions(attribute("group"))
                .globalSecondaryIndexUpdates(
                    u ->
                        u.create(
                            c ->
                                c.indexName("by-group")
                                    .keySchema(key("group"))
                                    .projection(p -> p.projectionType(ProjectionType.ALL)))));
  }

  private void describe() {
    for (int i = 0; i < 1000; i++) {
      client.describeTable(r -> r.tableName(LARGE));
    }
  }

  private void deleteIndex() {
    client.updateTable(
        r ->
            r.tableName(LARGE)
                .globalSecondaryIndexUpdates(u -> u.delete(d -> d.indexName("by-group"))));
  }

  private void timeToLive(boolean enabled) {
    client.updateTimeToLive(
        r ->
            r.tableName(LARGE)
                .timeToLiveSpecification(s -> s.attributeName("until").enabled(enabled)));
  }

  /** Writes to the small table, with pauses, and keeps how long the longest write took. */
  private void write() {
    Map<String, AttributeValue> item = Map.of("id", AttributeValue.fromS("x"));
    while (!ended) {
      long began = System.nanoTime();
      client.putItem(r -> r.tableName(SMALL).item(item));
      longestWriteNanos.accumulateAndGet(System.nanoTime() - began, Math::max);
      sleep(1);
    }
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void listenToCollections() {
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      ((NotificationEmitter) collector)
          .addNotificationListener(
              (notification, handback) -> {
                var info =
                    GarbageCollectionNotificationInfo.from(
                        (CompositeData) notification.getUserData());
                longestCollectionMillis.accumulateAndGet(info.getGcInfo().getDuration(), Math::max);
              },
              null,
              null);
    }
  }

  private void measure(String what, Runnable action) {
    System.gc();
    sleep(100);
    longestWriteNanos.set(0);
    longestCollectionMillis.set(0);
    long began = System.nanoTime();
    action.run();
    long took = System.nanoTime() - began;
    sleep(100);
    System.out.printf(
        "%s\t%,.1f s\t%,.1f ms\t%,d ms%n",
        what, took / 1e9, longestWriteNanos.get() / 1e6, longestCollectionMillis.get());
  }
}
