package io.keystonedb.internal.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Consumed capacity of single items, to the byte.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html">Read
 *     and write operations</a>
 */
class CapacityTest extends TablesForTest {
  private static final String KEY = "'pk':{'S':'a'},'sk':{'N':'1'}";

  private String put(String attributes, String level) {
    return client
        .ok(
            "PutItem",
            "{'TableName':'indexed','Item':{"
                + KEY
                + attributes
                + "},'ReturnConsumedCapacity':'"
                + level
                + "'}")
        .replace("'TableName':'indexed',", "");
  }

  @ParameterizedTest
  @CsvSource({"1024, 1", "1025, 2", "2048, 2", "2049, 3"})
  void writesCountKilobytesOfNamesAndValues(int bytes, double units) {
    String item = "{'pk':{'S':'a'},'x':{'S':'" + "x".repeat(bytes - 4) + "'}}";

    assertThat(
            client.ok(
                "PutItem",
                "{'TableName':'plain','ReturnConsumedCapacity':'TOTAL','Item':" + item + "}"))
        .isEqualTo("{'ConsumedCapacity':{'TableName':'plain','CapacityUnits':" + units + "}}");
  }

  @ParameterizedTest
  @CsvSource({"4096, 1", "4097, 2", "8192, 2", "8193, 3"})
  void readsCountFourKilobytesAndHalfOfThatEventually(int bytes, double units) {
    put("'x':{'S':'" + "x".repeat(bytes - 4) + "'}");
    String get =
        "{'TableName':'plain','Key':{'pk':{'S':'a'}},'ProjectionExpression':'pk','ReturnConsumedCapacity':'TOTAL','ConsistentRead':";

    assertThat(client.ok("GetItem", get + "true}")).contains("'CapacityUnits':" + units + "}");
    assertThat(client.ok("GetItem", get + "false}")).contains("'CapacityUnits':" + units / 2 + "}");
  }

  @Test
  void nothingIsReportedUnlessAskedFor() {
    assertThat(put("", "NONE")).isEqualTo("{}");
    assertThat(put("", "TOTAL")).isEqualTo("{'ConsumedCapacity':{'CapacityUnits':1.0}}");
  }

  @Test
  void writesAreChargedToEachIndexTheyTouch() {
    assertThat(put(",'g':{'S':'g'}", "INDEXES"))
        .isEqualTo(
            "{'ConsumedCapacity':{'CapacityUnits':2.0,'Table':{'CapacityUnits':1.0},'GlobalSecondaryIndexes':{'gsi':{'CapacityUnits':1.0}}}}");
    assertThat(put(",'g':{'S':'g'},'x':{'N':'1'}", "INDEXES"))
        .as("what gsi projects stays the same")
        .isEqualTo("{'ConsumedCapacity':{'CapacityUnits':1.0,'Table':{'CapacityUnits':1.0}}}");
    assertThat(put(",'g':{'S':'moved'},'x':{'N':'1'}", "INDEXES"))
        .as("an entry that moves is removed and added")
        .contains("'gsi':{'CapacityUnits':2.0}");
    assertThat(put(",'h':{'N':'1'},'x':{'N':'1'}", "INDEXES"))
        .as("gone from gsi, new in both local indexes")
        .contains("'CapacityUnits':4.0,'Table':{'CapacityUnits':1.0}")
        .contains(
            "'LocalSecondaryIndexes':{'lsi':{'CapacityUnits':1.0},'lsi-all':{'CapacityUnits':1.0}}")
        .contains("'GlobalSecondaryIndexes':{'gsi':{'CapacityUnits':1.0}}");
  }

  @Test
  void updatesAreChargedForTheLargerImage() {
    put("'x':{'S':'" + "x".repeat(3000) + "'}");
    String update =
        "{'TableName':'plain','Key':{'pk':{'S':'a'}},'UpdateExpression':'REMOVE x','ReturnConsumedCapacity':'TOTAL'}";

    assertThat(client.ok("UpdateItem", update)).contains("'CapacityUnits':3.0}");
    assertThat(client.ok("UpdateItem", update)).contains("'CapacityUnits':1.0}");
  }

  @Test
  void deletesAreChargedForWhatWasThere() {
    put("'x':{'S':'" + "x".repeat(3000) + "'}");
    String delete = "{'TableName':'plain','Key':{'pk':{'S':'a'}},'ReturnConsumedCapacity':'TOTAL'}";

    assertThat(client.ok("DeleteItem", delete)).contains("'CapacityUnits':3.0}");
    assertThat(client.ok("DeleteItem", delete)).contains("'CapacityUnits':1.0}");
  }

  @Test
  void pagesAreRoundedOnceAndChargedBeforeTheFilter() {
    for (int i = 0; i < 3; i++) {
      client.ok(
          "PutItem",
          "{'TableName':'sorted','Item':{'pk':{'S':'a'},'sk':{'N':'"
              + i
              + "'},'x':{'S':'"
              + "x".repeat(3000)
              + "'}}}");
    }
    String query =
        "{'TableName':'sorted','KeyConditionExpression':'pk = :a','FilterExpression':'attribute_not_exists(x)','ExpressionAttributeValues':{':a':{'S':'%s'}},'ConsistentRead':true,'ReturnConsumedCapacity':'TOTAL'}";

    assertThat(client.ok("Query", query.formatted("a")))
        .contains("'Count':0,'ScannedCount':3")
        .contains("'CapacityUnits':3.0}");
    assertThat(client.ok("Query", query.formatted("nobody"))).contains("'CapacityUnits':1.0}");
  }

  @Test
  void readsOfAnIndexAreChargedToIt() {
    put(",'g':{'S':'g'},'x':{'S':'" + "x".repeat(9000) + "'}", "NONE");

    assertThat(
            client.ok(
                "Query",
                "{'TableName':'indexed','IndexName':'gsi','KeyConditionExpression':'g = :g','ExpressionAttributeValues':{':g':{'S':'g'}},'ReturnConsumedCapacity':'INDEXES'}"))
        .contains(
            "'CapacityUnits':0.5,'Table':{'CapacityUnits':0.0},'GlobalSecondaryIndexes':{'gsi':{'CapacityUnits':0.5}}");
  }
}
