package io.keystonedb.internal.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scan: segments, filters, pages and the order of checks. Observed. */
class ScanTest extends TablesForTest {

  @BeforeEach
  void twentyItems() {
    for (int i = 10; i < 30; i++) {
      client.ok(
          "PutItem",
          "{'TableName':'plain','Item':{'pk':{'S':'p" + i + "'},'n':{'N':'" + i + "'}}}");
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {
        "'Segment':0 | The TotalSegments parameter is required but was not present in the request when Segment parameter is present",
        "'TotalSegments':1 | The Segment parameter is required but was not present in the request when parameter TotalSegments is present",
        "'Segment':2,'TotalSegments':2 | The Segment parameter is zero-based and must be less than parameter TotalSegments: Segment: 2 is not less than TotalSegments: 2",
        "'Select':'SPECIFIC_ATTRIBUTES' | Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES",
        "'Select':'ALL_PROJECTED_ATTRIBUTES' | ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName",
        "'IndexName':'nothing' | The table does not have the specified index: nothing",
        "'ExclusiveStartKey':{'x':{'S':'a'}} | The provided starting key is invalid: The provided key element does not match the schema",
        "'ExpressionAttributeValues':{':a':{'S':'a'}} | ExpressionAttributeValues can only be specified when using expressions: FilterExpression is null",
        "'ExpressionAttributeNames':{'#a':'a'} | ExpressionAttributeNames can only be specified when using expressions"
      })
  void parametersThatDoNotGoTogetherAreRefused(String parameters, String text) {
    assertThat(client.invalid("Scan", "{'TableName':'plain'," + parameters + "}")).isEqualTo(text);
  }

  @Test
  void segmentsComeBeforeTheStartKeyAndBothBeforeTheTable() {
    String scan = "{'TableName':'missing','Segment':0%s,'ExclusiveStartKey':{'x':{}}}";

    assertThat(client.invalid("Scan", scan.formatted("")))
        .startsWith("The TotalSegments parameter");
    assertThat(client.invalid("Scan", scan.formatted(",'TotalSegments':1")))
        .startsWith("The provided starting key is invalid: Supplied");
  }

  @Test
  void filtersMayNameKeys() {
    assertThat(
            client.ok(
                "Scan",
                "{'TableName':'plain','FilterExpression':'pk = :p','ExpressionAttributeValues':{':p':{'S':'p11'}}}"))
        .contains("'Count':1,'ScannedCount':20");
  }

  @Test
  void segmentsAreDisjointAndTogetherEverything() {
    Set<String> seen = new TreeSet<>();
    int items = 0;
    for (int segment = 0; segment < 4; segment++) {
      String page =
          client.ok("Scan", "{'TableName':'plain','TotalSegments':4,'Segment':" + segment + "}");
      Matcher matcher = Pattern.compile("p\\d\\d").matcher(page);
      while (matcher.find()) {
        seen.add(matcher.group());
        items++;
      }
    }

    assertThat(seen).hasSize(20);
    assertThat(items).isEqualTo(20);
  }

  @Test
  void startKeysOfAnotherSegmentAreRefused() {
    String first =
        client.ok("Scan", "{'TableName':'plain','TotalSegments':2,'Segment':0,'Limit':1}");
    String key = first.replaceFirst(".*'LastEvaluatedKey':(\\{.*\\})\\}$", "$1");

    assertThat(
            client.invalid(
                "Scan",
                "{'TableName':'plain','TotalSegments':2,'Segment':1,'ExclusiveStartKey':"
                    + key
                    + "}"))
        .isEqualTo(
            "The provided starting key is invalid: Invalid ExclusiveStartKey. Please use ExclusiveStartKey with correct Segment. TotalSegments: 2 Segment: 1");
  }

  @Test
  void pagesOfOneMegabyteEndWithTheItemThatCrossesIt() {
    String filler = "x".repeat(300 * 1024);
    for (int i = 0; i < 5; i++) {
      client.ok(
          "PutItem",
          "{'TableName':'sorted','Item':{'pk':{'S':'a'},'sk':{'N':'"
              + i
              + "'},'x':{'S':'"
              + filler
              + "'}}}");
    }
    String query =
        "{'TableName':'sorted','Select':'COUNT','ReturnConsumedCapacity':'TOTAL','KeyConditionExpression':'pk = :a','ExpressionAttributeValues':{':a':{'S':'a'}}%s}";

    assertThat(client.ok("Query", query.formatted("")))
        .isEqualTo(
            "{'Count':4,'ScannedCount':4,'LastEvaluatedKey':{'pk':{'S':'a'},'sk':{'N':'3'}},'ConsumedCapacity':{'TableName':'sorted','CapacityUnits':150.5}}");
    assertThat(client.ok("Scan", "{'TableName':'sorted','Select':'COUNT'}"))
        .contains("'Count':4,'ScannedCount':4,'LastEvaluatedKey'");
  }
}
