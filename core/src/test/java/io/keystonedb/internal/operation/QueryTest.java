package io.keystonedb.internal.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Query: key conditions, {@code Select}, pages and the order of checks. Observed. */
class QueryTest extends TablesForTest {

  @BeforeEach
  void fourItemsOfOnePartition() {
    for (int i = 1; i <= 4; i++) {
      client.ok(
          "PutItem",
          "{'TableName':'indexed','Item':{'pk':{'S':'a'},'sk':{'N':'"
              + i
              + "'},'g':{'S':'g'},'h':{'N':'"
              + (10 - i)
              + "'},'n':{'N':'"
              + i
              + "'}}}");
    }
  }

  private static String query(String condition, String more) {
    return "{'TableName':'indexed','KeyConditionExpression':'"
        + condition
        + "','ExpressionAttributeValues':{':a':{'S':'a'},':1':{'N':'2'}"
        + (condition.contains(":2") ? ",':2':{'N':'3'}" : "")
        + "}"
        + more
        + "}";
  }

  private static String partition(String more) {
    return "{'TableName':'indexed','KeyConditionExpression':'pk = :a','ExpressionAttributeValues':{':a':{'S':'a'}}"
        + more
        + "}";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pk = :a AND sk = :1 | 1",
        "pk = :a AND sk < :1 | 1",
        "pk = :a AND sk <= :1 | 2",
        "pk = :a AND sk > :1 | 2",
        "pk = :a AND sk >= :1 | 3",
        "pk = :a AND sk BETWEEN :1 AND :2 | 2",
        "sk = :1 AND pk = :a | 1",
        ":a = pk AND :1 <= sk | 3",
        "(pk = :a) AND (sk = :1) | 1",
        "(pk = :a AND sk = :1) | 1"
      })
  void keyConditionsComeInAnyOrder(String condition, int count) {
    assertThat(client.ok("Query", query(condition, ""))).contains("'Count':" + count);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sk = :1 AND :a = :a | Invalid",
        "pk > :a AND sk = :1 | Query key condition not supported",
        "pk <> :a AND sk = :1 | Invalid operator used in KeyConditionExpression: <>",
        "pk IN (:a) AND sk = :1 | Invalid operator used in KeyConditionExpression: IN",
        "attribute_exists(pk) AND sk = :1 AND pk = :a | Invalid operator used in KeyConditionExpression: attribute_exists",
        "contains(pk, :a) AND sk = :1 | Invalid operator used in KeyConditionExpression: contains",
        "pk = :a OR sk = :1 | Invalid operator used in KeyConditionExpression: OR",
        "NOT pk = :a AND sk = :1 | Invalid operator used in KeyConditionExpression: NOT",
        "pk = :a AND pk = :1 | Invalid KeyConditionExpression: KeyConditionExpressions must only contain one condition per key",
        "pk = :a AND sk > :1 AND sk < :1 | Invalid KeyConditionExpression: KeyConditionExpressions must only contain one condition per key",
        "pk = :a AND x = :1 | Query condition missed key schema element: sk",
        "x = :a AND sk = :1 | Query condition missed key schema element: pk",
        "pk = :1 AND sk = :a | One or more parameter values were invalid: Condition parameter type does not match schema type",
        "pk.x = :a AND sk = :1 | Invalid KeyConditionExpression: KeyConditionExpressions cannot have conditions on nested attributes",
        "pk = :a AND sk = :1 AND x = :1 | The number of query conditions (3) exceeds the number of key attributes defined in the schema (2)",
        "((pk = :a)) AND sk = :1 | Invalid KeyConditionExpression: The expression has redundant parentheses;",
        "pk = :a AND begins_with(sk, :1) | Invalid KeyConditionExpression: Incorrect operand type for operator or function; operator or function: begins_with, operand type: N",
        "pk = :a AND size(sk) = :1 | Invalid KeyConditionExpression: KeyConditionExpressions cannot contain nested operations"
      })
  void otherKeyConditionsAreRefused(String condition, String text) {
    assertThat(client.invalid("Query", query(condition, ""))).startsWith(text);
  }

  @Test
  void emptyKeysAreRefused() {
    assertThat(client.invalid("Query", partition("").replace("{'S':'a'}", "{'S':''}")))
        .isEqualTo(
            "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: pk");
    assertThat(client.invalid("Query", global("").replace("{'S':'a'}", "{'S':''}")))
        .isEqualTo(
            "One or more parameter values are not valid. A value specified for a secondary index key is not supported. The AttributeValue for a key attribute cannot contain an empty string value. IndexName: gsi, IndexKey: g");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sk > :1", "sk < :1", "sk = :1", "sk >= :1"})
  void startKeysMeetTheConditionOnTheSortKey(String condition) {
    String outside = condition.equals("sk < :1") ? "2" : "0";
    String start = ",'ExclusiveStartKey':{'pk':{'S':'a'},'sk':{'N':'" + outside + "'}}";

    assertThat(client.invalid("Query", query("pk = :a AND " + condition, start)))
        .isEqualTo("The provided starting key does not match the range key predicate");
    assertThat(
            client.invalid(
                "Query",
                query("pk = :a AND " + condition, start.replace("{'S':'a'}", "{'S':'b'}"))))
        .isEqualTo(
            "The provided starting key is outside query boundaries based on provided conditions");
  }

  @Test
  void emptyKeysOfIndexesAreRefusedInWordsOfTheirOwn() {
    String text =
        "One or more parameter values are not valid. A value specified for a secondary index key is not supported. The AttributeValue for a key attribute cannot contain an empty string value. IndexName: gsi, IndexKey: g";

    assertThat(client.invalid("Query", global("").replace("{'S':'a'}", "{'S':''}")))
        .isEqualTo(text);
    assertThat(
            client.invalid(
                "Query",
                global(",'ExclusiveStartKey':{'g':{'S':''},'pk':{'S':'a'},'sk':{'N':'1'}}")))
        .isEqualTo("The provided starting key is invalid: " + text);
  }

  @Test
  void emptyExpressionsAreRefused() {
    assertThat(client.invalid("Query", partition("").replace("pk = :a", "")))
        .isEqualTo("Invalid KeyConditionExpression: The expression can not be empty;");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {
        ",'Select':'SPECIFIC_ATTRIBUTES' | 1 validation error detected: Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES",
        ",'Select':'ALL_ATTRIBUTES','ProjectionExpression':'n' | Cannot specify the ProjectionExpression when choosing to get ALL_ATTRIBUTES",
        ",'Select':'COUNT','ProjectionExpression':'n' | Cannot specify the ProjectionExpression when choosing to get only the Count",
        ",'Select':'ALL_PROJECTED_ATTRIBUTES' | ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName",
        ",'IndexName':'nothing' | The table does not have the specified index: nothing",
        ",'FilterExpression':'pk = :a' | Filter Expression can only contain non-primary key attributes: Primary key attribute: pk",
        ",'FilterExpression':'sk = :a' | Filter Expression can only contain non-primary key attributes: Primary key attribute: sk",
        ",'ExclusiveStartKey':{'pk':{'S':'a'}} | The provided starting key is invalid",
        ",'ExclusiveStartKey':{'pk':{'S':'a'},'sk':{'S':'1'}} | The provided starting key is invalid: The provided key element does not match the schema",
        ",'ExclusiveStartKey':{'pk':{'S':'b'},'sk':{'N':'1'}} | The provided starting key is outside query boundaries based on provided conditions"
      })
  void parametersThatDoNotGoTogetherAreRefused(String more, String text) {
    assertThat(client.invalid("Query", partition(more))).isEqualTo(text);
  }

  private static String global(String more) {
    return partition(",'IndexName':'gsi'" + more).replace("pk = :a", "g = :a");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {
        ",'ConsistentRead':true | Consistent reads are not supported on global secondary indexes",
        ",'Select':'ALL_ATTRIBUTES' | One or more parameter values were invalid: Select type ALL_ATTRIBUTES is not supported for global secondary index gsi because its projection type is not ALL",
        ",'ProjectionExpression':'n' | One or more parameter values were invalid: Global secondary index gsi does not project [n]",
        ",'FilterExpression':'g = :a' | Filter Expression can only contain non-primary key attributes: Primary key attribute: g",
        ",'ExclusiveStartKey':{'pk':{'S':'a'},'sk':{'N':'1'}} | The provided starting key is invalid",
        ",'ExclusiveStartKey':{'pk':{'S':''},'sk':{'N':'1'},'g':{'S':'a'}} | The provided starting key is invalid: One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: pk",
        ",'ExclusiveStartKey':{'pk':{'S':'a'},'sk':{'N':'1'},'g':{'S':''}} | The provided starting key is invalid: One or more parameter values are not valid. A value specified for a secondary index key is not supported. The AttributeValue for a key attribute cannot contain an empty string value. IndexName: gsi, IndexKey: g"
      })
  void globalIndexesHaveRulesOfTheirOwn(String more, String text) {
    assertThat(client.invalid("Query", global(more))).isEqualTo(text);
  }

  @Test
  void checksComeInTheServicesOrder() {
    String everything =
        "{'TableName':'%s','IndexName':'%s','ConsistentRead':true,'Select':'%s','ProjectionExpression':'%s',"
            + "'FilterExpression':'%s','KeyConditionExpression':'%s','ExpressionAttributeValues':{':a':{'S':'a'}},"
            + "'ExclusiveStartKey':{'x':{'N':'%s'}}}";

    assertThat(
            client.invalid(
                "Query", everything.formatted("missing", "xxx", "COUNT", "(", "(", "(", "one")))
        .isEqualTo("The parameter cannot be converted to a numeric value: one");
    assertThat(
            client.invalid(
                "Query", everything.formatted("missing", "xxx", "COUNT", "(", "(", "x ]", "1")))
        .startsWith("Invalid FilterExpression: Syntax error");
    assertThat(
            client.invalid(
                "Query", everything.formatted("missing", "xxx", "COUNT", "(", "x = :a", "(", "1")))
        .startsWith("Invalid KeyConditionExpression: Syntax error");
    assertThat(
            client.invalid(
                "Query",
                everything.formatted("missing", "xxx", "COUNT", "(", "x = :a", "g = :a", "1")))
        .startsWith("Invalid ProjectionExpression: Syntax error");
    assertThat(
            client.invalid(
                "Query",
                everything.formatted("missing", "xxx", "COUNT", "n", "x = :a", "g = :a", "1")))
        .startsWith("Cannot specify the ProjectionExpression");
    String selected =
        everything.formatted("missing", "xxx", "SPECIFIC_ATTRIBUTES", "n", "g = :a", "z = :a", "1");
    assertThat(client.error("Query", selected)).startsWith("ResourceNotFoundException");
    selected = selected.replace("missing", "indexed");
    assertThat(client.invalid("Query", selected)).startsWith("The table does not have");
    selected = selected.replace("xxx", "gsi");
    assertThat(client.invalid("Query", selected)).startsWith("Consistent reads");
    selected = selected.replace("true", "false");
    assertThat(client.invalid("Query", selected)).startsWith("The provided starting key");
    selected = selected.replaceFirst(",'ExclusiveStartKey.*\\}\\}", "}");
    assertThat(client.invalid("Query", selected)).startsWith("Query condition missed");
    selected = selected.replace("z = :a", "g = :a");
    assertThat(client.invalid("Query", selected)).startsWith("Filter Expression can only");
    selected = selected.replace("'FilterExpression':'g = :a',", "");
    assertThat(client.invalid("Query", selected)).contains("does not project [n]");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void pagesEndWithTheLimitAndGoOnBehindTheirLastKey(boolean forward) {
    String first =
        partition(",'Limit':3,'ProjectionExpression':'sk','ScanIndexForward':" + forward);

    String page = client.ok("Query", first);
    assertThat(page).contains("'Count':3,'ScannedCount':3,'LastEvaluatedKey':");
    String last = page.replaceFirst(".*'LastEvaluatedKey':(\\{.*\\})\\}$", "$1");
    assertThat(client.ok("Query", first.replaceFirst("\\}$", ",'ExclusiveStartKey':" + last + "}")))
        .isEqualTo(
            "{'Items':[{'sk':{'N':'" + (forward ? 4 : 1) + "'}}],'Count':1,'ScannedCount':1}");
  }

  @Test
  void aPageThatEndsByItsLimitHasALastKeyEvenIfNothingFollows() {
    assertThat(client.ok("Query", partition(",'Limit':4"))).contains("'LastEvaluatedKey'");
    assertThat(client.ok("Query", partition(",'Limit':5"))).doesNotContain("'LastEvaluatedKey'");
  }

  @Test
  void countLeavesTheItemsOut() {
    assertThat(client.ok("Query", partition(",'Select':'COUNT'")))
        .isEqualTo("{'Count':4,'ScannedCount':4}");
  }

  @Test
  void keysOfIndexPagesHaveTheKeysOfIndexAndTable() {
    assertThat(client.ok("Query", partition(",'IndexName':'lsi','Limit':1")))
        .contains("'LastEvaluatedKey':{'h':{'N':'6'},'pk':{'S':'a'},'sk':{'N':'4'}}");
  }

  @Test
  void localIndexesFetchWhatTheyDoNotProjectAtExtraCost() {
    String request =
        ",'IndexName':'lsi','Select':'ALL_ATTRIBUTES','ConsistentRead':true,'ReturnConsumedCapacity':'INDEXES'";

    assertThat(client.ok("Query", partition(request)))
        .contains("'n':{'N':'1'}")
        .contains(
            "'ConsumedCapacity':{'TableName':'indexed','CapacityUnits':5.0,'Table':{'CapacityUnits':4.0},'LocalSecondaryIndexes':{'lsi':{'CapacityUnits':1.0}}}");
  }

  @Test
  void indexesReadWhatTheyProjectUnlessToldOtherwise() {
    assertThat(client.ok("Query", partition(",'IndexName':'lsi','Limit':1")))
        .contains("'Items':[{")
        .doesNotContain("'n':");
    assertThat(client.ok("Query", partition(",'IndexName':'lsi-all','Limit':1"))).contains("'n':");
  }
}
