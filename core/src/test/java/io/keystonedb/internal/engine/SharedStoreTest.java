package io.keystonedb.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.keystonedb.Dials;
import io.keystonedb.KeystoneClock;
import io.keystonedb.storage.Store;
import io.keystonedb.testing.JsonClient;
import io.keystonedb.testing.JsonTables;
import io.keystonedb.testing.TableInvariants;
import io.keystonedb.testing.TestStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several databases in one store. */
class SharedStoreTest {
  private static final String INDEXED = "{'TableName':'indexed'}";

  private final Store store = TestStore.open();
  private final KeystoneClock clock = KeystoneClock.fixed(Instant.parse("2026-08-15T10:20:30Z"));
  private final Engine first = engine(1);
  private final Engine second = engine(0xFFFF);
  private final JsonClient firstClient = JsonTables.create(new JsonClient(first));
  private final JsonClient secondClient = JsonTables.create(new JsonClient(second));

  private Engine engine(int database) {
    return new Engine(store, database, clock, new Random(1), Account.DEFAULT, new Dials());
  }

  @AfterEach
  void checkInvariants() {
    TableInvariants.check(first);
    TableInvariants.check(second);
  }

  private static void put(JsonClient client, int key, String group) {
    client.ok(
        "PutItem",
        "{'TableName':'indexed','Item':{'pk':{'S':'a'},'sk':{'N':'"
            + key
            + "'},'g':{'S':'"
            + group
            + "'},'h':{'N':'1'},'until':{'N':'1'}}}");
  }

  private static String count(JsonClient client, String operation, String more) {
    return client
        .ok(operation, "{'TableName':'indexed','Select':'COUNT'" + more + "}")
        .replaceAll(".*'Count':(\\d+).*", "$1");
  }

  @Test
  void databasesDoNotSeeEachOthersItemsAndCountSeparately() {
    put(firstClient, 1, "x");
    put(firstClient, 2, "x");
    put(secondClient, 1, "y");

    assertThat(count(firstClient, "Scan", "")).isEqualTo("2");
    assertThat(count(secondClient, "Scan", "")).isEqualTo("1");
    assertThat(count(secondClient, "Scan", ",'IndexName':'gsi'")).isEqualTo("1");
    assertThat(
            count(
                secondClient,
                "Query",
                ",'IndexName':'gsi','KeyConditionExpression':'g=:g','ExpressionAttributeValues':{':g':{'S':'x'}}"))
        .isEqualTo("0");
    assertThat(firstClient.ok("DescribeTable", INDEXED)).contains("'ItemCount':2");
    assertThat(secondClient.ok("DescribeTable", INDEXED)).contains("'ItemCount':1");
  }

  @Test
  void aTableIsDeletedInOneDatabaseAlone() {
    put(firstClient, 1, "x");
    put(secondClient, 1, "x");

    firstClient.ok("DeleteTable", INDEXED);

    assertThat(firstClient.ok("ListTables", "{}")).isEqualTo("{'TableNames':['plain','sorted']}");
    assertThat(secondClient.ok("DescribeTable", INDEXED)).contains("'ItemCount':1");
    assertThat(count(secondClient, "Scan", ",'IndexName':'gsi-all'")).isEqualTo("1");
  }

  @Test
  void itemsExpireInOneDatabaseAlone() {
    put(firstClient, 1, "x");
    put(secondClient, 1, "x");
    firstClient.ok(
        "UpdateTimeToLive",
        "{'TableName':'indexed','TimeToLiveSpecification':{'AttributeName':'until','Enabled':true}}");
    clock.set(Instant.ofEpochSecond(100));

    assertThat(Expiry.deleteExpired(second)).isZero();
    assertThat(Expiry.deleteExpired(first)).isEqualTo(1);

    assertThat(count(firstClient, "Scan", "")).isEqualTo("0");
    assertThat(count(secondClient, "Scan", "")).isEqualTo("1");
  }

  @Test
  void aTokenAndAStreamAreThoseOfTheirDatabase() {
    for (JsonClient client : new JsonClient[] {firstClient, secondClient}) {
      client.ok(
          "UpdateTable",
          "{'TableName':'plain','StreamSpecification':{'StreamEnabled':true,'StreamViewType':'KEYS_ONLY'}}");
    }
    String transaction =
        "{'ClientRequestToken':'t','TransactItems':[{'Put':{'TableName':'plain','Item':{'pk':{'S':'%s'}}}}]}";

    firstClient.ok("TransactWriteItems", transaction.formatted("a"));
    secondClient.ok("TransactWriteItems", transaction.formatted("b"));

    assertThat(lastSequence(first)).isEqualTo(1);
    assertThat(lastSequence(second)).isEqualTo(1);
    clock.advance(Duration.ofHours(25));
    StreamRetention.trim(first);
    assertThat(lastSequence(second)).isEqualTo(1);
  }

  private static long lastSequence(Engine engine) {
    return engine.<Long>read(
        rows ->
            StreamReader.lastSequence(
                rows, Tables.requireNamed(rows, "plain").settings().stream().number()));
  }

  @Test
  void numbersOfDatabasesHaveTwoBytesAndStartAtOne() {
    assertThatIllegalArgumentException().isThrownBy(() -> engine(0));
    assertThatIllegalArgumentException().isThrownBy(() -> engine(0x10000));
  }
}
