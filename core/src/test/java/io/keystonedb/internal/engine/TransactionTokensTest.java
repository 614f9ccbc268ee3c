package io.keystonedb.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.Database;
import io.keystonedb.Item;
import io.keystonedb.Key;
import io.keystonedb.TableSchema;
import io.keystonedb.Value;
import io.keystonedb.internal.storage.memory.MemoryStore;
import io.keystonedb.storage.Cursor;
import io.keystonedb.storage.Snapshot;
import io.keystonedb.storage.Store;
import io.keystonedb.testing.Databases;
import io.keystonedb.testing.JsonClient;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TransactionTokensTest {
  private static final String LARGE = "x".repeat(200_000);

  @RegisterExtension final Databases databases = new Databases();

  private static String kept(Database database, String operation, String token) {
    return database
        .engine()
        .write(
            rows ->
                String.valueOf(
                    new TransactionTokens(rows, operation, database.clock().millis()).find(token)));
  }

  private static void assertKeepsLittle(String kept) {
    assertThat(kept.substring(0, Math.min(200, kept.length()))).contains("users");
    assertThat(kept.length()).isLessThan(200);
  }

  @Test
  void aTokenKeepsNothingOfTheItemsThatWereWritten() {
    Database database = databases.open();
    database.createTable("users", TableSchema.create().partitionKey("id"));

    database
        .table("users")
        .transactWrite()
        .put(Key.of("alice"), Item.builder().string("text", LARGE).build())
        .clientRequestToken("t1")
        .execute();

    assertKeepsLittle(kept(database, "TransactWriteItems", "t1"));
  }

  @Test
  void aTokenKeepsNothingOfStatementsAndTheirParameters() {
    Database database = databases.open();
    database.createTable("users", TableSchema.create().partitionKey("id"));

    new JsonClient(database)
        .ok(
            "ExecuteTransaction",
            "{'ClientRequestToken':'t1','TransactStatements':[{'Statement':'INSERT INTO users VALUE {\\u0027id\\u0027:?,\\u0027text\\u0027:?}','Parameters':[{'S':'alice'},{'S':'"
                + LARGE
                + "'}]}]}");

    assertKeepsLittle(kept(database, "ExecuteTransaction", "t1"));
  }

  private static <R> R withTokens(
      Store store, String operation, long nowMillis, Function<TransactionTokens, R> body) {
    return store.write(
        txn ->
            body.apply(
                new TransactionTokens(new RowWriter(txn, new RowKeys(1)), operation, nowMillis)));
  }

  private static void remember(Store store, String operation, String token, long nowMillis) {
    withTokens(
        store,
        operation,
        nowMillis,
        tokens -> {
          tokens.remember(token, "digest of " + token, Map.of("users", 2.0));
          return token;
        });
  }

  private static TransactionTokens.Entry find(
      Store store, String operation, String token, long nowMillis) {
    return withTokens(store, operation, nowMillis, tokens -> tokens.find(token));
  }

  @Test
  void aTokenIsValidForTenMinutesToTheMillisecond() {
    Store store = new MemoryStore(new ItemWeigher());
    remember(store, "TransactWriteItems", "t1", 1_000);

    TransactionTokens.Entry entry = find(store, "TransactWriteItems", "t1", 600_999);
    assertThat(entry.contentDigest()).isEqualTo("digest of t1");
    assertThat(entry.units()).containsExactly(Map.entry("users", 2.0));
    assertThat(TransactionTokens.begunMillis(entry)).isEqualTo(1_000);
    assertThat(find(store, "TransactWriteItems", "t1", 601_000)).isNull();
  }

  @Test
  void tokensOfDifferentOperationsHaveNothingToDoWithEachOther() {
    Store store = new MemoryStore(new ItemWeigher());
    remember(store, "TransactWriteItems", "t1", 1_000);

    assertThat(find(store, "ExecuteTransaction", "t1", 1_000)).isNull();
    assertThat(find(store, "TransactWriteItems", "t2", 1_000)).isNull();
  }

  @Test
  void theNextTokenRemovesThoseThatAreNoLongerValidAndNoOther() {
    Store store = new MemoryStore(new ItemWeigher());
    remember(store, "TransactWriteItems", "t1", 1_000);
    remember(store, "ExecuteTransaction", "t2", 2_000);
    remember(store, "TransactWriteItems", "t3", 3_000);
    assertThat(rows(store)).isEqualTo(6);

    remember(store, "TransactWriteItems", "t4", 602_500);

    assertThat(rows(store)).isEqualTo(4);
    assertThat(find(store, "TransactWriteItems", "t3", 602_500)).isNotNull();
    assertThat(find(store, "TransactWriteItems", "t4", 602_500)).isNotNull();
  }

  @Test
  void aTokenIsRemovedAsSoonAsItIsNoLongerValid() {
    Store store = new MemoryStore(new ItemWeigher());
    remember(store, "TransactWriteItems", "t1", 1_000);

    remember(store, "TransactWriteItems", "t2", 600_999);
    assertThat(rows(store)).isEqualTo(4);
    remember(store, "TransactWriteItems", "t3", 601_000);
    assertThat(rows(store)).isEqualTo(4);
  }

  @Test
  void aTokenThatIsUsedAgainOnceItHasExpiredIsRemembered() {
    Store store = new MemoryStore(new ItemWeigher());
    remember(store, "TransactWriteItems", "t1", 1_000);

    remember(store, "TransactWriteItems", "t1", 601_000);
    remember(store, "TransactWriteItems", "t2", 601_001);

    assertThat(find(store, "TransactWriteItems", "t1", 601_001)).isNotNull();
  }

  @Test
  void aTokenThatIsUsedAgainBeforeItsOldUseIsForgottenIsRemembered() {
    Store store = new MemoryStore(new ItemWeigher());
    for (int i = 0; i < 300; i++) {
      remember(store, "TransactWriteItems", "t" + i, 1_000);
    }

    assertThat(find(store, "TransactWriteItems", "t299", 601_000)).isNull();
    remember(store, "TransactWriteItems", "t299", 601_000);
    for (int i = 0; i < 3; i++) {
      remember(store, "TransactWriteItems", "u" + i, 601_001);
    }

    assertThat(find(store, "TransactWriteItems", "t299", 601_001)).isNotNull();
    assertThat(rows(store)).isEqualTo(2 * 4);
  }

  private static int rows(Store store) {
    try (Snapshot snapshot = store.snapshot()) {
      Cursor cursor = snapshot.range(new byte[0], null, false);
      int rows = 0;
      while (cursor.next()) {
        rows++;
      }
      return rows;
    }
  }

  @Test
  void aRetryIsRecognizedByEveryEntryPointHoweverItIsWritten() {
    Database database = databases.open();
    database.createTable("users", TableSchema.create().partitionKey("id"));
    Item item =
        Item.builder()
            .value("tags", Value.stringSet("x", "y"))
            .value("sizes", Value.numberSet("1", "20"))
            .value("n", Value.number("1.50"))
            .value("m", Value.map(Item.builder().bool("a", true).string("b", "é").build()))
            .build();
    database
        .table("users")
        .transactWrite()
        .put(Key.of("alice"), item)
        .clientRequestToken("t1")
        .execute();
    JsonClient json = new JsonClient(database);
    String retry =
        "{'ClientRequestToken':'t1','ReturnConsumedCapacity':'TOTAL','TransactItems':[{'Put':{"
            + "'ReturnValuesOnConditionCheckFailure':'ALL_OLD','Item':{"
            + "'m':{'M':{'b':{'S':'\\u00e9'},'a':{'BOOL':true}}},'n':{'N':'15e-1'},"
            + "'sizes':{'NS':['2E1','1.0']},'tags':{'SS':['y','x']},'id':{'S':'alice'}},"
            + "'TableName':'users'}}]}";

    assertThat(json.ok("TransactWriteItems", retry)).contains("'ReadCapacityUnits':2.0");
    assertThat(json.error("TransactWriteItems", retry.replace("2E1", "2E2")))
        .startsWith(
            "IdempotentParameterMismatchException: The request uses the same client token as a previous, but non-identical request.");
  }
}
