package io.keystonedb.internal.operation;

import static io.keystonedb.internal.operation.TableRequests.ON_DEMAND;
import static io.keystonedb.internal.operation.TableRequests.create;
import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.Database;
import io.keystonedb.KeystoneClock;
import io.keystonedb.testing.Databases;
import io.keystonedb.testing.JsonClient;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Operations of streams as JSON; what the clients of old SDKs cannot say is here too.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Operations_Amazon_DynamoDB_Streams.html">DynamoDB
 *     Streams</a>
 */
class StreamOperationsTest {
  private static final Instant NOW = Instant.parse("2026-08-15T10:20:30Z");
  private static final String ARN =
      "arn:aws:dynamodb:us-east-1:000000000000:table/orders/stream/2026-08-15T10:20:30.000";

  @RegisterExtension final Databases databases = new Databases();

  private final Database database = databases.open(KeystoneClock.fixed(NOW));
  private final JsonClient client = new JsonClient(database);

  @BeforeEach
  void createTable() {
    client.ok(
        "CreateTable",
        create(
            ON_DEMAND,
            "'StreamSpecification':{'StreamEnabled':true,'StreamViewType':'NEW_IMAGE'}"));
  }

  private void put(int value) {
    client.ok(
        "PutItem", "{'TableName':'orders','Item':{'pk':{'S':'a'},'v':{'N':'" + value + "'}}}");
  }

  private String describe(String members) {
    return client.ok("DescribeStream", "{'StreamArn':'" + ARN + "'" + members + "}");
  }

  private static String member(String json, String name) {
    return json.replaceFirst(".*?'" + name + "':'([^']*)'.*", "$1");
  }

  private String records(String position) {
    String shard = member(describe(""), "ShardId");
    String iterator =
        client.ok(
            "GetShardIterator",
            "{'StreamArn':'" + ARN + "','ShardId':'" + shard + "'," + position + "}");
    return client.ok("GetRecords", "{'ShardIterator':'" + member(iterator, "ShardIterator") + "'}");
  }

  @Test
  void recordsHaveTheFormOfTheService() {
    put(1);

    assertThat(records("'ShardIteratorType':'TRIM_HORIZON'"))
        .matches(
            "\\{'Records':\\[\\{'eventID':'[0-9a-f]{32}','eventName':'INSERT','eventVersion':'1\\.1','eventSource':'aws:dynamodb','awsRegion':'us-east-1','dynamodb':\\{'ApproximateCreationDateTime':1786789230(\\.0+)?,'Keys':\\{'pk':\\{'S':'a'}},'NewImage':\\{'pk':\\{'S':'a'},'v':\\{'N':'1'}},'SequenceNumber':'\\d{21}','SizeBytes':9,'StreamViewType':'NEW_IMAGE'}}],'NextShardIterator':'"
                + ARN
                + "\\|1\\|[A-Za-z0-9+/=]+'}");
  }

  @Test
  void deletionsByTimeToLiveNameTheServiceInCapitalLetters() {
    client.ok(
        "UpdateTimeToLive",
        "{'TableName':'orders','TimeToLiveSpecification':{'AttributeName':'v','Enabled':true}}");
    put((int) NOW.getEpochSecond() + 60);
    database.clock().advance(Duration.ofMinutes(2));

    assertThat(records("'ShardIteratorType':'TRIM_HORIZON'"))
        .contains("'userIdentity':{'PrincipalId':'dynamodb.amazonaws.com','Type':'Service'}");
  }

  @Test
  void statementsAreRecordedAsOtherWrites() {
    put(1);
    client.ok(
        "ExecuteStatement",
        "{'Statement':'UPDATE orders SET v = ? WHERE pk = ?','Parameters':[{'N':'2'},{'S':'a'}]}");
    client.ok(
        "BatchExecuteStatement",
        "{'Statements':[{'Statement':'DELETE FROM orders WHERE pk = ?','Parameters':[{'S':'a'}]}]}");

    assertThat(records("'ShardIteratorType':'TRIM_HORIZON'"))
        .containsSubsequence(
            "'eventName':'INSERT'", "'eventName':'MODIFY'", "'eventName':'REMOVE'");
  }

  @Test
  void anIteratorOfAnEmptyShardIsNotTrimmedByTheSplitThatSkipsSequences() {
    String shard = member(describe(""), "ShardId");
    String iterator =
        client.ok(
            "GetShardIterator",
            "{'StreamArn':'"
                + ARN
                + "','ShardId':'"
                + shard
                + "','ShardIteratorType':'TRIM_HORIZON'}");
    database.dials().streamShards(4);
    put(1);

    assertThat(
            client.ok(
                "GetRecords", "{'ShardIterator':'" + member(iterator, "ShardIterator") + "'}"))
        .isEqualTo("{'Records':[]}");
  }

  @Test
  void anIteratorCanBeginAtATime() {
    put(1);
    database.clock().advance(Duration.ofMinutes(1));
    put(2);
    long second = NOW.getEpochSecond();

    assertThat(records("'ShardIteratorType':'AT_TIMESTAMP','Timestamp':" + (second - 99)))
        .contains("{'N':'1'}", "{'N':'2'}");
    assertThat(records("'ShardIteratorType':'AT_TIMESTAMP','Timestamp':" + (second + 1)))
        .contains("{'N':'2'}")
        .doesNotContain("{'N':'1'}");
    assertThat(records("'ShardIteratorType':'AT_TIMESTAMP','Timestamp':" + (second + 99)))
        .contains("'Records':[]");
  }

  @Test
  void aTimeIsRequiredWhereItIsThePosition() {
    String shard = member(describe(""), "ShardId");

    assertThat(
            client.invalid(
                "GetShardIterator",
                "{'StreamArn':'"
                    + ARN
                    + "','ShardId':'"
                    + shard
                    + "','ShardIteratorType':'AT_TIMESTAMP'}"))
        .isEqualTo("Timestamp must be provided when ShardIteratorType is AT_TIMESTAMP");
  }

  @Test
  void childrenOfAShardCanBeListedAlone() {
    put(1);
    String parent = member(describe(""), "ShardId");
    database.dials().streamShards(2);
    put(2);

    String children = describe(",'ShardFilter':{'Type':'CHILD_SHARDS','ShardId':'" + parent + "'}");

    assertThat(describe("").split("'ShardId'")).hasSize(4);
    assertThat(children.split("'ShardId'")).hasSize(3);
    assertThat(children.split("'ParentShardId':'" + parent + "'")).hasSize(3);
  }

  @Test
  void namesOfTablesInListsAreChecked() {
    assertThat(client.invalid("ListStreams", "{'TableName':'a!','Limit':101}"))
        .startsWith("3 validation errors detected: Value 'a!' at 'tableName' failed");
  }
}
