package io.keystonedb.internal.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.Database;
import io.keystonedb.internal.engine.ItemWeigher;
import io.keystonedb.internal.storage.memory.MemoryStore;
import io.keystonedb.testing.Databases;
import io.keystonedb.testing.JsonClient;
import io.keystonedb.testing.Music;
import io.keystonedb.testing.RerunningStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What statements consume, and the shapes of their answers (observed). */
class StatementCapacityTest {
  private static final String BY_KEY = "Artist = \\u0027A\\u0027 AND SongTitle = \\u0027%s\\u0027";

  @RegisterExtension private final Databases databases = new Databases();
  private Database database;
  private JsonClient client;

  @BeforeEach
  void songs() {
    database = databases.open();
    client = new JsonClient(new Music(database).songs("A", 2).database());
  }

  private static String statement(String text) {
    return "'Statement':'" + text + "'";
  }

  private String execute(String text, String more) {
    return client.ok(
        "ExecuteStatement",
        "{" + statement(text) + ",'ReturnConsumedCapacity':'INDEXES'" + more + "}");
  }

  private static String table(String units) {
    return "'ConsumedCapacity':{'TableName':'Music','CapacityUnits':"
        + units
        + ",'Table':{'CapacityUnits':"
        + units
        + "}}";
  }

  @Test
  void readsAreChargedForWhatTheyWalk() {
    assertThat(execute("SELECT * FROM Music WHERE Artist = \\u0027A\\u0027", ""))
        .contains(table("0.5"));
    assertThat(execute("SELECT * FROM Music WHERE n = 5", ",'ConsistentRead':true"))
        .startsWith("{'Items':[],")
        .contains(table("4.0"));
    database.dials().onDemandPartitions(1);
    assertThat(execute("SELECT * FROM Music WHERE n = 5", ",'ConsistentRead':true"))
        .contains(table("1.0"));
    assertThat(execute("SELECT * FROM Music.\\u0022by-price\\u0022", ""))
        .contains("'LocalSecondaryIndexes':{'by-price':{'CapacityUnits':0.5}}");
  }

  @Test
  void writesAnswerWithNoItemsAndTheChargeOfTheirTwins() {
    assertThat(execute("UPDATE Music SET n = 5 WHERE " + BY_KEY.formatted("1"), ""))
        .isEqualTo("{'Items':[]," + table("1.0") + "}");
    assertThat(execute("DELETE FROM Music WHERE " + BY_KEY.formatted("none"), ""))
        .contains(table("1.0"));
  }

  @Test
  void pagesTellTheirLastKeyToo() {
    assertThat(execute("SELECT n FROM Music", ",'Limit':1"))
        .contains("'NextToken':'")
        .contains("'LastEvaluatedKey':{'Artist':{'S':'A'},'SongTitle':{'S':'1'}}");
  }

  @Test
  void aFailedConditionShowsTheItemOnRequest() {
    assertThat(
            client.error(
                "ExecuteStatement",
                "{"
                    + statement("DELETE FROM Music WHERE " + BY_KEY.formatted("1") + " AND n = 7")
                    + ",'ReturnValuesOnConditionCheckFailure':'ALL_OLD'}"))
        .startsWith("ConditionalCheckFailedException: The conditional request failed")
        .contains("'Item':{'Artist':{'S':'A'}");
  }

  @Test
  void batchesNameTheTableOfWhatRan() {
    String answer =
        client.ok(
            "BatchExecuteStatement",
            "{'ReturnConsumedCapacity':'TOTAL','Statements':[{"
                + statement("UPDATE Music SET n = 5 WHERE " + BY_KEY.formatted("1"))
                + "},{"
                + statement("UPDATE Music SET n = 5 WHERE " + BY_KEY.formatted("none"))
                + "},{"
                + statement("UPDATE Music SET n = 5 WHERE n = 1")
                + "}]}");

    assertThat(answer)
        .isEqualTo(
            "{'Responses':[{'TableName':'Music'},"
                + "{'Error':{'Code':'ConditionalCheckFailed','Message':'The conditional request failed'},'TableName':'Music'},"
                + "{'Error':{'Code':'ValidationError','Message':'Where clause does not contain a mandatory equality on all key attributes'}}],"
                + "'ConsumedCapacity':[{'TableName':'Music','CapacityUnits':2.0}]}");
  }

  @Test
  void aBatchThatOnlyFailsReportsNothing() {
    assertThat(
            client.ok(
                "BatchExecuteStatement",
                "{'ReturnConsumedCapacity':'TOTAL','Statements':[{"
                    + statement("UPDATE Music SET n = 5 WHERE " + BY_KEY.formatted("none"))
                    + "}]}"))
        .doesNotContain("ConsumedCapacity");
  }

  @Test
  void aBatchIsChargedOnceHoweverOftenTheStoreRunsItsWrites() {
    Database rerunning = databases.open(new RerunningStore(new MemoryStore(new ItemWeigher())));
    client = new JsonClient(new Music(rerunning).songs("A", 2).database());

    assertThat(
            client.ok(
                "BatchExecuteStatement",
                "{'ReturnConsumedCapacity':'TOTAL','Statements':[{"
                    + statement("UPDATE Music SET n = 5 WHERE " + BY_KEY.formatted("1"))
                    + "},{"
                    + statement("DELETE FROM Music WHERE " + BY_KEY.formatted("2") + " AND n = 7")
                    + "}]}"))
        .contains("'Code':'ConditionalCheckFailed'")
        .endsWith("'ConsumedCapacity':[{'TableName':'Music','CapacityUnits':2.0}]}");
  }

  @Test
  void transactionsCostTwiceAndTheirRepetitionReads() {
    String request =
        "{'ReturnConsumedCapacity':'TOTAL','ClientRequestToken':'t','TransactStatements':[{"
            + statement("UPDATE Music SET n = 5 WHERE " + BY_KEY.formatted("1"))
            + "}]}";

    assertThat(client.ok("ExecuteTransaction", request))
        .contains("'CapacityUnits':2.0,'WriteCapacityUnits':2.0");
    assertThat(client.ok("ExecuteTransaction", request))
        .contains("'CapacityUnits':2.0,'ReadCapacityUnits':2.0");
    assertThat(client.error("ExecuteTransaction", request.replace("n = 5", "n = 6")))
        .startsWith("IdempotentParameterMismatchException");
  }

  @Test
  void lengthsAndLimitsAreDeclared() {
    String one = "1 validation error detected: Value ";

    assertThat(client.invalid("ExecuteStatement", "{'Statement':''}"))
        .isEqualTo(
            one
                + "'' at 'statement' failed to satisfy constraint: Member must have length greater than or equal to 1");
    assertThat(client.invalid("ExecuteStatement", "{'Statement':'SELECT','Limit':0}"))
        .isEqualTo(
            one
                + "'0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1");
    assertThat(client.invalid("ExecuteStatement", "{'Statement':'SELECT','Parameters':[]}"))
        .isEqualTo(
            one
                + "'[]' at 'parameters' failed to satisfy constraint: Member must have length greater than or equal to 1");
  }
}
