package io.keystonedb.internal.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Declared constraints of item operations, as the service words and gathers them (2026). */
class DeclaredConstraintsTest extends TablesForTest {
  private static final String PATTERN =
      "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+";

  private static final String RETURN_VALUES =
      "Failed to satisfy constraint: Member must satisfy enum value set: [ALL_OLD, UPDATED_OLD, ALL_NEW, UPDATE_NEW, NONE]";

  private static String failed(String shown, String path, String constraint) {
    return "Value " + shown + " at '" + path + "' failed to satisfy constraint: " + constraint;
  }

  @ParameterizedTest
  @ValueSource(strings = {"GetItem", "PutItem", "UpdateItem", "DeleteItem", "Query", "Scan"})
  void namesOfTablesAreRequiredAndHaveAPattern(String operation) {
    String rest = ",'Key':{'pk':{'S':'a'}},'Item':{'pk':{'S':'a'}}}";

    assertThat(client.invalid(operation, "{" + rest.substring(1)))
        .isEqualTo(ENVELOPE + failed("null", "tableName", "Member must not be null"));
    boolean inShort = operation.endsWith("Item") && !operation.equals("GetItem");
    String tooShort = "Member must have length greater than or equal to 1";
    assertThat(client.invalid(operation, "{'TableName':''" + rest))
        .isEqualTo(
            ENVELOPE
                + (inShort
                    ? "Value at 'TableName' failed to satisfy constraint: " + tooShort
                    : failed("''", "tableName", tooShort)));
    assertThat(client.invalid(operation, "{'TableName':'a b'" + rest))
        .isEqualTo(ENVELOPE + failed("'a b'", "tableName", PATTERN));
    String name = "x".repeat(256);
    assertThat(client.invalid(operation, "{'TableName':'" + name + "'" + rest))
        .isEqualTo(
            ENVELOPE
                + failed(
                    "'" + name + "'",
                    "tableName",
                    "Member must have length less than or equal to 255"));
  }

  @Test
  void putReportsATableNameAloneAndEverythingElseTogether() {
    String put = "{'TableName':%s,'ReturnValues':'X','ReturnConsumedCapacity':'Y'}";

    assertThat(client.invalid("PutItem", put.formatted("'a b'")))
        .isEqualTo(ENVELOPE + failed("'a b'", "tableName", PATTERN));
    assertThat(client.invalid("PutItem", put.formatted("'plain'")))
        .isEqualTo(
            "3 validation errors detected: "
                + failed("null", "item", "Member must not be null")
                + "; "
                + failed(
                    "'Y'",
                    "returnConsumedCapacity",
                    "Member must satisfy enum value set: [INDEXES, TOTAL, NONE]")
                + "; "
                + RETURN_VALUES);
  }

  @Test
  void updateStopsAtTheFirstBadWordAndLooksAtReturnValuesFirst() {
    String update =
        "{'TableName':'plain','Key':{'pk':{'S':'a'}},'AttributeUpdates':{'x':{'Action':'Z'}},"
            + "'ReturnConsumedCapacity':'Y'%s}";

    assertThat(client.invalid("UpdateItem", update.formatted(",'ReturnValues':'X'")))
        .isEqualTo(ENVELOPE + RETURN_VALUES);
    assertThat(client.invalid("UpdateItem", update.formatted("")))
        .isEqualTo(
            ENVELOPE
                + failed(
                    "'Z'",
                    "attributeUpdates.x.member.action",
                    "Member must satisfy enum value set: [ADD, PUT, DELETE]"));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {
        "PutItem | ReturnItemCollectionMetrics | returnItemCollectionMetrics | SIZE, NONE",
        "PutItem | ConditionalOperator | conditionalOperator | OR, AND",
        "GetItem | ReturnConsumedCapacity | returnConsumedCapacity | INDEXES, TOTAL, NONE",
        "Query | Select | select | SPECIFIC_ATTRIBUTES, COUNT, ALL_ATTRIBUTES, ALL_PROJECTED_ATTRIBUTES",
        "Scan | Select | select | SPECIFIC_ATTRIBUTES, COUNT, ALL_ATTRIBUTES, ALL_PROJECTED_ATTRIBUTES"
      })
  void wordsArePrintedInTheServicesOrder(
      String operation, String member, String path, String words) {
    String request =
        "{'TableName':'plain','Key':{'pk':{'S':'a'}},'Item':{'pk':{'S':'a'}},'" + member + "':'x'}";

    assertThat(client.invalid(operation, request))
        .isEqualTo(
            ENVELOPE + failed("'x'", path, "Member must satisfy enum value set: [" + words + "]"));
  }

  @Test
  void comparisonOperatorsAreCheckedWhereverTheyStand() {
    String words =
        "Member must satisfy enum value set: [IN, NULL, BETWEEN, LT, NOT_CONTAINS, EQ, GT, NOT_NULL, NE, LE, BEGINS_WITH, GE, CONTAINS]";

    assertThat(
            client.invalid(
                "Scan", "{'TableName':'plain','ScanFilter':{'a':{'ComparisonOperator':'X'}}}"))
        .isEqualTo(ENVELOPE + failed("'X'", "scanFilter.a.member.comparisonOperator", words));
    assertThat(client.invalid("Query", "{'TableName':'plain','KeyConditions':{'a':{}}}"))
        .isEqualTo(
            ENVELOPE
                + failed(
                    "null",
                    "keyConditions.a.member.comparisonOperator",
                    "Member must not be null"));
  }

  @Test
  void limitsAreAtLeastOne() {
    String query = "{'TableName':'plain','Limit':0,'KeyConditions':{}}";

    assertThat(client.invalid("Query", query))
        .isEqualTo(
            ENVELOPE
                + "Value at 'Limit' failed to satisfy constraint: Member must have value greater than or equal to 1");
    assertThat(client.invalid("Scan", "{'TableName':'plain','Limit':0}"))
        .isEqualTo(
            ENVELOPE + failed("'0'", "limit", "Member must have value greater than or equal to 1"));
  }

  @Test
  void namesOfIndexesHaveAtLeastThreeCharacters() {
    assertThat(client.invalid("Scan", "{'TableName':'plain','IndexName':'x'}"))
        .isEqualTo(
            ENVELOPE
                + failed("'x'", "indexName", "Member must have length greater than or equal to 3"));
  }

  @Test
  void aValueWithSeveralViolationsIsListedSeveralTimes() {
    assertThat(client.invalid("Scan", "{'TableName':'plain','IndexName':'!'}"))
        .isEqualTo(
            "2 validation errors detected: "
                + failed("'!'", "indexName", PATTERN)
                + "; "
                + failed("'!'", "indexName", "Member must have length greater than or equal to 3"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", ""})
  void namesOfTablesInBatchesAreKeysOfAMap(String name) {
    String constraint =
        " at 'requestItems' failed to satisfy constraint: Map keys must satisfy constraint: [Member must have length less than or equal to 255, Member must have length greater than or equal to 3, Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+]";

    assertThat(
            client.invalid(
                "BatchGetItem", "{'RequestItems':{'" + name + "':{'Keys':[{'pk':{'S':'a'}}]}}}"))
        .isEqualTo(
            "1 validation error detected: Value '{'"
                + name
                + "':{'Keys':[{'pk':{'S':'a'}}]}}'"
                + constraint);
    assertThat(
            client.invalid(
                "BatchWriteItem",
                "{'RequestItems':{'" + name + "':[{'DeleteRequest':{'Key':{'pk':{'S':'a'}}}}]}}"))
        .startsWith("1 validation error detected: Value '{" + name + "=[WriteRequest(putRequest=")
        .endsWith(constraint);
  }

  @Test
  void tablesHaveArnsToo() {
    String arn = "arn:aws:dynamodb:us-east-1:000000000000:table/plain";
    String get = "{'TableName':'%s','Key':{'pk':{'S':'a'}},'ReturnConsumedCapacity':'TOTAL'}";

    assertThat(client.ok("GetItem", get.formatted(arn)))
        .isEqualTo("{'ConsumedCapacity':{'TableName':'" + arn + "','CapacityUnits':0.5}}");
    assertThat(client.invalid("GetItem", get.formatted("arn:aws:x")))
        .isEqualTo("Invalid TableArn: Invalid ResourceArn provided as input arn:aws:x");
  }

  @Test
  void aSegmentLiesInTheRangeOfSegments() {
    assertThat(client.invalid("Scan", "{'TableName':'plain','Segment':-1,'TotalSegments':1}"))
        .isEqualTo(
            ENVELOPE
                + failed("'-1'", "segment", "Member must have value greater than or equal to 0"));
    assertThat(client.invalid("Scan", "{'TableName':'plain','Segment':0,'TotalSegments':0}"))
        .isEqualTo(
            ENVELOPE
                + "Value at 'totalSegments' failed to satisfy constraint: Member must have value between 1 and 1000000");
  }

  @Test
  void tokensOfTransactionsHaveAtMostThirtySixCharacters() {
    String token = "x".repeat(37);

    assertThat(
            client.invalid(
                "TransactWriteItems",
                "{'ClientRequestToken':'"
                    + token
                    + "','TransactItems':[{'Delete':{'TableName':'plain','Key':{'pk':{'S':'a'}}}}]}"))
        .isEqualTo(
            ENVELOPE
                + failed(
                    "'" + token + "'",
                    "clientRequestToken",
                    "Member must have length less than or equal to 36"));
  }
}
