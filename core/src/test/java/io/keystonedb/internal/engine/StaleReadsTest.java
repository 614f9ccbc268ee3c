package io.keystonedb.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.keystonedb.Database;
import io.keystonedb.KeystoneClock;
import io.keystonedb.internal.storage.memory.MemoryStore;
import io.keystonedb.testing.Databases;
import io.keystonedb.testing.JsonClient;
import io.keystonedb.testing.JsonTables;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Eventually consistent reads that miss recent writes. */
class StaleReadsTest {
  @RegisterExtension private final Databases databases = new Databases();

  private final KeystoneClock clock = KeystoneClock.fixed(Instant.parse("2026-08-15T10:20:30Z"));
  private final MemoryStore store = new MemoryStore(Database.weigher());
  private final Database database = databases.open(store, clock);
  private final JsonClient client = JsonTables.create(new JsonClient(database));

  @BeforeEach
  void putAnItemAndThenSetStaleness() {
    put("a", 1);
    database.dials().staleness(Duration.ofSeconds(5));
  }

  private void put(String key, int value) {
    client.ok(
        "PutItem",
        "{'TableName':'indexed','Item':{'pk':{'S':'"
            + key
            + "'},'sk':{'N':'1'},'g':{'S':'g'},'h':{'N':'"
            + value
            + "'}}}");
  }

  private String get(JsonClient reader, String key, String more) {
    return reader
        .ok(
            "GetItem",
            "{'TableName':'indexed','Key':{'pk':{'S':'" + key + "'},'sk':{'N':'1'}}" + more + "}")
        .replaceAll(".*'h':\\{'N':'(\\d+)'}.*", "$1");
  }

  private String eventual(String key) {
    return get(client, key, "");
  }

  private String strong(String key) {
    return get(client, key, ",'ConsistentRead':true");
  }

  private String count(String read, String more) {
    return client
        .ok(read, "{'TableName':'indexed','Select':'COUNT'" + more + "}")
        .replaceAll(".*'Count':(\\d+).*", "$1");
  }

  @Test
  void anEventuallyConsistentReadMissesWhatIsYoungerThanTheSetting() {
    put("a", 2);
    put("b", 1);

    assertThat(eventual("a")).isEqualTo("1");
    assertThat(eventual("b")).isEqualTo("{}");
    assertThat(strong("a")).isEqualTo("2");

    clock.advance(Duration.ofMillis(4_999));
    assertThat(eventual("a")).isEqualTo("1");
    clock.advance(Duration.ofMillis(1));
    assertThat(eventual("a")).isEqualTo("2");
    assertThat(eventual("b")).isEqualTo("1");
  }

  @Test
  void eachWriteIsSeenWhenItIsOldEnough() {
    for (int i = 2; i < 20; i++) {
      put("a", i);
      assertThat(eventual("a")).isEqualTo(String.valueOf(Math.max(1, i - 5)));
      clock.advance(Duration.ofSeconds(1));
    }
  }

  @Test
  void deletionsAreMissedToo() {
    client.ok("DeleteItem", "{'TableName':'indexed','Key':{'pk':{'S':'a'},'sk':{'N':'1'}}}");

    assertThat(eventual("a")).isEqualTo("1");
    assertThat(strong("a")).isEqualTo("{}");
  }

  @Test
  void queriesAndScansOfTablesAndIndexesLag() {
    put("b", 1);
    String values = "'ExpressionAttributeValues':{':v':{'S':'g'}}";
    String query = ",'IndexName':'gsi','KeyConditionExpression':'g=:v'," + values;

    assertThat(count("Query", query)).isEqualTo("1");
    assertThat(count("Scan", ",'IndexName':'gsi-all'")).isEqualTo("1");
    assertThat(count("Scan", "")).isEqualTo("1");
    assertThat(count("Scan", ",'ConsistentRead':true")).isEqualTo("2");
    String local =
        ",'IndexName':'lsi','KeyConditionExpression':'pk=:v','ExpressionAttributeValues':{':v':{'S':'b'}}";
    assertThat(count("Query", local)).isEqualTo("0");
    assertThat(count("Query", local + ",'ConsistentRead':true")).isEqualTo("1");

    clock.advance(Duration.ofSeconds(5));
    assertThat(count("Query", query)).isEqualTo("2");
  }

  @Test
  void batchesReadAllTablesAsNewAsOneOfThemWants() {
    put("a", 2);
    String keys = "{'Keys':[{'pk':{'S':'a'},'sk':{'N':'1'}}]";

    assertThat(client.ok("BatchGetItem", "{'RequestItems':{'indexed':" + keys + "}}}"))
        .contains("'h':{'N':'1'}");
    assertThat(
            client.ok(
                "BatchGetItem", "{'RequestItems':{'indexed':" + keys + ",'ConsistentRead':true}}}"))
        .contains("'h':{'N':'2'}");
  }

  @Test
  void statementsReadAsTheOperationsDo() {
    put("a", 2);
    String select = "{'Statement':'SELECT h FROM indexed WHERE pk=\\u0027a\\u0027 AND sk=1'";

    assertThat(client.ok("ExecuteStatement", select + "}")).contains("'h':{'N':'1'}");
    assertThat(client.ok("ExecuteStatement", select + ",'ConsistentRead':true}"))
        .contains("'h':{'N':'2'}");
  }

  @Test
  void writesAndTransactionsSeeTheNewest() {
    put("a", 2);

    client.ok(
        "UpdateItem",
        "{'TableName':'indexed','Key':{'pk':{'S':'a'},'sk':{'N':'1'}},'UpdateExpression':'SET h = h + :one',"
            + "'ConditionExpression':'h = :two','ExpressionAttributeValues':{':one':{'N':'1'},':two':{'N':'2'}}}");

    assertThat(
            client.ok(
                "TransactGetItems",
                "{'TransactItems':[{'Get':{'TableName':'indexed','Key':{'pk':{'S':'a'},'sk':{'N':'1'}}}}]}"))
        .contains("'h':{'N':'3'}");
    assertThat(eventual("a")).isEqualTo("1");
  }

  @Test
  void tablesAreSeenAtOnceAndTheirItemsLater() {
    client.ok(
        "CreateTable",
        "{'TableName':'new','BillingMode':'PAY_PER_REQUEST','AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'}],"
            + "'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}]}");
    client.ok("PutItem", "{'TableName':'new','Item':{'pk':{'S':'x'}}}");

    assertThat(client.ok("Scan", "{'TableName':'new'}")).contains("'Count':0");
    assertThat(client.ok("DescribeTable", "{'TableName':'new'}")).contains("'ItemCount':1");
    clock.advance(Duration.ofSeconds(5));
    assertThat(client.ok("Scan", "{'TableName':'new'}")).contains("'Count':1");
  }

  @Test
  void nothingIsKeptWhenItIsSwitchedOff() {
    put("a", 2);
    assertThat(eventual("a")).isEqualTo("1");

    database.dials().staleness(Duration.ZERO);
    assertThat(eventual("a")).isEqualTo("2");

    database.dials().staleness(Duration.ofSeconds(5));
    assertThat(eventual("a")).as("kept from before it was off").isEqualTo("2");
  }

  @Test
  void aForkHasTheSettingAndSeesWhatItBeganWith() {
    put("a", 2);
    Database fork = databases.checked(database.fork());
    JsonClient forked = new JsonClient(fork);

    assertThat(get(forked, "a", "")).isEqualTo("2");
    forked.ok("DeleteItem", "{'TableName':'indexed','Key':{'pk':{'S':'a'},'sk':{'N':'1'}}}");
    assertThat(get(forked, "a", "")).isEqualTo("2");
    assertThat(eventual("a")).isEqualTo("1");
  }

  @Test
  void whatIsRestoredIsSeenAtOnce() {
    var snapshot = database.snapshot();
    put("a", 2);

    database.restore(snapshot);
    put("b", 1);

    assertThat(eventual("a")).isEqualTo("1");
    clock.advance(Duration.ofSeconds(5));
    assertThat(eventual("a")).isEqualTo("1");
    assertThat(eventual("b")).isEqualTo("1");
  }

  @Test
  void readsAreNoOlderThanAnHour() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> database.dials().staleness(Duration.ofSeconds(-1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> database.dials().staleness(Duration.ofMinutes(61)));
  }
}
