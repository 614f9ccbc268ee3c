package io.keystonedb.internal.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** BatchGetItem. Observed in 2026. */
class BatchGetItemTest extends TablesForTest {

  private static String keys(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "{'pk':{'S':'p" + i + "'}}")
        .collect(Collectors.joining(","));
  }

  private static String batch(String table, String keys, String more) {
    return "{'RequestItems':{'" + table + "':{'Keys':[" + keys + "]" + more + "}}}";
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{'RequestItems':null}"})
  void needsTables(String request) {
    assertThat(client.invalid("BatchGetItem", request))
        .isEqualTo("The requestItems parameter is required for BatchGetItem");
  }

  @Test
  void needsOneTableAtLeast() {
    assertThat(client.invalid("BatchGetItem", "{'RequestItems':{}}"))
        .isEqualTo(
            "1 validation error detected: Value at 'RequestItems' failed to satisfy constraint: Member must have length greater than or equal to 1");
  }

  @Test
  void takesOneToOneHundredKeys() {
    client.ok("BatchGetItem", batch("plain", keys(100), ""));

    assertThat(client.invalid("BatchGetItem", batch("plain", "", "")))
        .isEqualTo(
            "1 validation error detected: Value at 'RequestItems.plain.member.Keys' failed to satisfy constraint: Member must have length greater than or equal to 1");
    assertThat(client.invalid("BatchGetItem", batch("plain", keys(101), "")))
        .isEqualTo(
            "1 validation error detected: Value at 'RequestItems.plain.member.Keys' failed to satisfy constraint: Member must have length less than or equal to 100");
  }

  @Test
  void takesOneHundredKeysOfAllTablesTogether() {
    String twoTables =
        "{'RequestItems':{'plain':{'Keys':["
            + keys(60)
            + "]},'sorted':{'Keys':["
            + keys(60).replace("}}", "},'sk':{'N':'1'}}")
            + "]}}}";

    assertThat(client.invalid("BatchGetItem", twoTables))
        .isEqualTo("Too many items requested for the BatchGetItem call");
  }

  @Test
  void duplicatesAreFoundBeforeTheTable() {
    String twice = "{'pk':{'S':'a'}},{'pk':{'S':'a'}}";

    assertThat(client.invalid("BatchGetItem", batch("missing", twice, "")))
        .isEqualTo("Provided list of item keys contains duplicates");
    assertThat(client.error("BatchGetItem", batch("missing", keys(1), "")))
        .isEqualTo("ResourceNotFoundException: Requested resource not found");
  }

  @Test
  void equalNumbersAreDuplicates() {
    String twice = "{'pk':{'S':'a'},'sk':{'N':'1'}},{'sk':{'N':'1.0'},'pk':{'S':'a'}}";

    assertThat(client.invalid("BatchGetItem", batch("sorted", twice, "")))
        .isEqualTo("Provided list of item keys contains duplicates");
  }

  /** The second table has what is checked first. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {
        "'ProjectionExpression':'a,' | 'Keys':[{'pk':{}}] | Supplied AttributeValue is empty",
        "'ProjectionExpression':'a,' | 'Keys':[{'pk':{'S':'a'}}],'AttributesToGet':['a'] | Can not use both expression and non-expression",
        "'ProjectionExpression':'a,' | 'Keys':[{'pk':{'S':'a'}}],'ExpressionAttributeNames':{'#a':'a'} | ExpressionAttributeNames can only be specified",
        "'ConsistentRead':true | 'Keys':[{'pk':{'S':'a'}}],'ProjectionExpression':'a,' | Invalid ProjectionExpression: Syntax error"
      })
  void eachCheckLooksAtAllTablesBeforeTheNext(String first, String second, String start) {
    String request =
        "{'RequestItems':{'missing':{'Keys':[{'pk':{'S':'a'}},{'pk':{'S':'a'}}],"
            + first
            + "},'plain':{"
            + second
            + "}}}";

    assertThat(client.invalid("BatchGetItem", request)).startsWith(start);
  }

  @Test
  void unusedNamesAreRefused() {
    assertThat(
            client.invalid(
                "BatchGetItem",
                batch(
                    "plain",
                    keys(1),
                    ",'ProjectionExpression':'a','ExpressionAttributeNames':{'#a':'a'}")))
        .isEqualTo("Value provided in ExpressionAttributeNames unused in expressions: keys: {#a}");
  }

  @Test
  void absentItemsAreLeftOutAndUnprocessedKeysAreThere() {
    put("'x':{'S':'y'}");

    assertThat(client.ok("BatchGetItem", batch("plain", "{'pk':{'S':'a'}},{'pk':{'S':'b'}}", "")))
        .isEqualTo("{'Responses':{'plain':[{'pk':{'S':'a'},'x':{'S':'y'}}]},'UnprocessedKeys':{}}");
  }

  /** The example of the API reference: of 100 items of 300 KB each, 52 are returned. */
  @Test
  void answersStayUnderSixteenMegabytesAndKeepTheOptionsOfTheRest() {
    String filler = "x".repeat(300 * 1024 - 6);
    for (int i = 0; i < 100; i++) {
      client.ok(
          "PutItem",
          "{'TableName':'plain','Item':{'pk':{'S':'p" + i + "'},'x':{'S':'" + filler + "'}}}");
    }

    String answer =
        client.ok(
            "BatchGetItem",
            batch("plain", keys(100), ",'ConsistentRead':true,'ProjectionExpression':'pk'"));

    assertThat(answer)
        .contains("'UnprocessedKeys':{'plain':{'Keys':[{'pk':{'S':'p")
        .endsWith("'ConsistentRead':true,'ProjectionExpression':'pk'}}}");
    String responses = answer.substring(0, answer.indexOf("'UnprocessedKeys'"));
    assertThat(responses.split("'pk'", -1)).hasSize(52 + 1);
  }

  @Test
  void capacityIsOnePerTableAndRoundedPerItem() {
    put("'x':{'S':'" + "x".repeat(5000) + "'}");
    String request =
        "{'ReturnConsumedCapacity':'TOTAL','RequestItems':{'plain':{'Keys':[{'pk':{'S':'a'}},{'pk':{'S':'b'}}]%s}}}";

    assertThat(client.ok("BatchGetItem", request.formatted(",'ConsistentRead':true")))
        .endsWith("'ConsumedCapacity':[{'TableName':'plain','CapacityUnits':3.0}]}");
    assertThat(client.ok("BatchGetItem", request.formatted("")))
        .endsWith("'ConsumedCapacity':[{'TableName':'plain','CapacityUnits':1.5}]}");
  }
}
