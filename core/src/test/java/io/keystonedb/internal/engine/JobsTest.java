package io.keystonedb.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.Database;
import io.keystonedb.Dials;
import io.keystonedb.Item;
import io.keystonedb.KeystoneClock;
import io.keystonedb.StreamView;
import io.keystonedb.Table;
import io.keystonedb.TableSchema;
import io.keystonedb.testing.CountingStore;
import io.keystonedb.testing.Databases;
import io.keystonedb.testing.JsonClient;
import io.keystonedb.testing.PausingStore;
import io.keystonedb.testing.TestStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Work on more rows than one commit may touch; on tables of more than three batches. */
class JobsTest {
  private static final Instant NOW = Instant.parse("2026-08-15T10:20:30Z");
  private static final int ITEMS = 3 * Jobs.BATCH_ROWS + 100;

  /** What a batch touches beside the rows that it is about. */
  private static final int FEW_ROWS = 10;

  private static final String CREATE_INDEX =
      "{'TableName':'orders','AttributeDefinitions':[{'AttributeName':'g','AttributeType':'S'}],"
          + "'GlobalSecondaryIndexUpdates':[{'Create':{'IndexName':'by-g',"
          + "'KeySchema':[{'AttributeName':'g','KeyType':'HASH'}],"
          + "'Projection':{'ProjectionType':'ALL'}}}]}";
  private static final String DELETE_INDEX =
      "{'TableName':'orders','GlobalSecondaryIndexUpdates':[{'Delete':{'IndexName':'by-g'}}]}";
  private static final String ORDERS = "{'TableName':'orders'}";

  @RegisterExtension final Databases databases = new Databases();

  private final CountingStore counts = new CountingStore(TestStore.open());
  private final PausingStore store = new PausingStore(counts);
  private final KeystoneClock clock = KeystoneClock.fixed(NOW);
  private final Database database = databases.open(store, clock);
  private final JsonClient client = new JsonClient(database);

  @BeforeEach
  void createTable() {
    Table orders =
        database.createTable(
            "orders", TableSchema.create().partitionKey("id").stream(StreamView.KEYS_ONLY));
    for (int i = 0; i < ITEMS; i++) {
      orders.put(item(i, "g" + i % 7));
    }
    counts.reset();
  }

  private static Item item(int id, String group) {
    return Item.builder()
        .string("id", "order" + id)
        .string("g", group)
        .number("until", NOW.plusSeconds(60).getEpochSecond())
        .build();
  }

  private void assertInBatches() {
    assertThat(counts.commits()).isGreaterThan(3);
    assertThat(counts.largestCommit()).isBetween(1L, (long) Jobs.BATCH_ROWS + FEW_ROWS);
  }

  private void enableTimeToLive() {
    client.ok("UpdateTimeToLive", timeToLive(true));
  }

  private static String timeToLive(boolean enabled) {
    return "{'TableName':'orders','TimeToLiveSpecification':{'AttributeName':'until','Enabled':"
        + enabled
        + "}}";
  }

  private String describe(Database described) {
    return new JsonClient(described).ok("DescribeTable", ORDERS);
  }

  @Test
  void anIndexIsFilledAndRemovedInBatches() {
    client.ok("UpdateTable", CREATE_INDEX);

    assertInBatches();
    assertThat(describe(database))
        .contains("'IndexStatus':'ACTIVE'")
        .contains("'IndexName':'by-g'")
        .contains("'ItemCount':" + ITEMS);

    counts.reset();
    client.ok("UpdateTable", DELETE_INDEX);

    assertInBatches();
    assertThat(describe(database)).doesNotContain("by-g");
  }

  @Test
  void aTableIsRemovedInBatches() {
    client.ok("DeleteTable", ORDERS);

    assertInBatches();
    assertThat(client.ok("ListTables", "{}")).isEqualTo("{'TableNames':[]}");
  }

  @Test
  void itemsExpireInBatches() {
    enableTimeToLive();
    assertInBatches();

    counts.reset();
    clock.advance(Duration.ofSeconds(61));

    assertInBatches();
    assertThat(describe(database)).contains("'ItemCount':0");
  }

  @Test
  void anOrderOfExpiryIsRemovedInBatches() {
    database.dials().expiredItemsStay(Dials.UNTIL_ASKED);
    enableTimeToLive();
    clock.advance(Duration.ofHours(1));
    counts.reset();

    client.ok("UpdateTimeToLive", timeToLive(false));

    assertInBatches();
    assertThat(database.deleteExpiredItems()).isZero();
  }

  @Test
  void aStreamIsTrimmedInBatches() {
    clock.advance(Duration.ofHours(25));

    assertInBatches();
    assertThat(database.table("orders").changes().hasNext()).isFalse();
  }

  @Test
  void writesBetweenTheBatchesAreInTheIndexAndInTheOrderOfExpiry() {
    Random random = new Random(1);
    Table orders = database.table("orders");
    store.afterCommit(
        () -> {
          for (int i = 0; i < 50; i++) {
            int id = random.nextInt(ITEMS + 100);
            if (random.nextBoolean()) {
              orders.put(item(id, "h" + random.nextInt(3)));
            } else {
              orders.delete("order" + id);
            }
          }
        });

    client.ok("UpdateTable", CREATE_INDEX);
    enableTimeToLive();
    store.afterCommit(() -> {});

    // The invariants of each test compare the index with the items.
    clock.advance(Duration.ofSeconds(61));
    assertThat(describe(database)).contains("'ItemCount':0");
  }

  /** Fails behind a number of commits, as if the process had ended. */
  private void failAfter(int commits) {
    AtomicInteger left = new AtomicInteger(commits);
    store.afterCommit(
        () -> {
          if (left.decrementAndGet() == 0) {
            throw new UncheckedIOException(new IOException("disk full"));
          }
        });
  }

  private Database reopen() {
    store.afterCommit(() -> {});
    return databases.open(store, clock);
  }

  private static boolean isAnyJob(Database database) {
    return database.engine().<Boolean>read(rows -> Jobs.isAny(rows));
  }

  @Test
  void anInterruptedFillGoesOnWithOneBatchPerRequest() {
    failAfter(1);
    assertThat(client.error("UpdateTable", CREATE_INDEX)).startsWith("InternalServerError");

    Database reopened = reopen();
    counts.reset();
    assertThat(describe(reopened)).contains("'IndexStatus':'CREATING'");
    assertThat(counts.commits()).isEqualTo(1);
    assertThat(new JsonClient(reopened).error("Query", QUERY)).contains("ValidationException");

    assertThat(describe(reopened)).contains("'IndexStatus':'ACTIVE'");
    assertThat(new JsonClient(reopened).ok("Query", QUERY)).contains("'Count':");
  }

  private static final String QUERY =
      "{'TableName':'orders','IndexName':'by-g','Limit':1,'KeyConditionExpression':'g=:g',"
          + "'ExpressionAttributeValues':{':g':{'S':'g1'}}}";

  @Test
  void theNextChangeOfATableDoesWhatIsLeft() {
    failAfter(2);
    assertThat(client.error("UpdateTable", CREATE_INDEX)).startsWith("InternalServerError");

    Database reopened = reopen();
    reopened.createTable("users", TableSchema.create());

    assertThat(isAnyJob(reopened)).isFalse();
    assertThat(describe(reopened)).contains("'IndexStatus':'ACTIVE'");
  }

  @Test
  void movingTheClockDoesWhatIsLeft() {
    failAfter(2);
    assertThat(client.error("DeleteTable", ORDERS)).startsWith("InternalServerError");

    Database reopened = reopen();
    assertThat(isAnyJob(reopened)).isTrue();
    clock.advance(Duration.ofMillis(1));

    assertThat(isAnyJob(reopened)).isFalse();
  }

  @Test
  void aTableOfTheSameNameIsNotTouchedByTheRemovalOfTheOldOne() {
    failAfter(2);
    assertThat(client.error("DeleteTable", ORDERS)).startsWith("InternalServerError");

    Database reopened = reopen();
    Table orders = reopened.createTable("orders", TableSchema.create().partitionKey("id"));
    orders.put(item(1, "new"));

    assertThat(isAnyJob(reopened)).isFalse();
    assertThat(orders.scan().items()).containsExactly(item(1, "new"));
  }

  @Test
  void anIndexThatIsDeletedWhileItIsFilledLeavesNothing() {
    failAfter(2);
    assertThat(client.error("UpdateTable", CREATE_INDEX)).startsWith("InternalServerError");

    Database reopened = reopen();
    new JsonClient(reopened).ok("UpdateTable", DELETE_INDEX);

    assertThat(isAnyJob(reopened)).isFalse();
    assertThat(describe(reopened)).doesNotContain("by-g");
  }
}
