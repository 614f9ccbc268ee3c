package io.keystonedb.internal.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.testing.Databases;
import io.keystonedb.testing.JsonClient;
import io.keystonedb.testing.JsonTables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code KeyConditions}, {@code QueryFilter} and {@code AttributesToGet} of a query. */
class KeyConditionsParameterTest {
  private static final String INVALID = "One or more parameter values were invalid: ";
  private static final String PK =
      "'pk':{'ComparisonOperator':'EQ','AttributeValueList':[{'S':'a'}]}";

  @RegisterExtension private final Databases databases = new Databases();
  private JsonClient client;

  @BeforeEach
  void threeItemsOfOnePartition() {
    client = JsonTables.create(new JsonClient(databases.open()));
    for (int i = 1; i <= 3; i++) {
      client.ok(
          "PutItem",
          "{'TableName':'indexed','Item':{'pk':{'S':'a'},'sk':{'N':'"
              + i
              + "'},'n':{'N':'"
              + i
              + "'},'g':{'S':'g1'}}}");
    }
  }

  private static String query(String keyConditions, String more) {
    return "{'TableName':'indexed','KeyConditions':{" + keyConditions + "}" + more + "}";
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {
        "EQ | {'N':'2'} | 1",
        "LT | {'N':'2'} | 1",
        "LE | {'N':'2'} | 2",
        "GT | {'N':'1'} | 2",
        "GE | {'N':'1'} | 3",
        "BETWEEN | {'N':'2'},{'N':'9'} | 2"
      })
  void sortKeysLieInRanges(String operator, String arguments, int count) {
    String sk =
        ",'sk':{'ComparisonOperator':'" + operator + "','AttributeValueList':[" + arguments + "]}";

    assertThat(client.ok("Query", query(PK + sk, ""))).contains("'Count':" + count);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NE", "IN", "CONTAINS", "NOT_CONTAINS"})
  void otherOperatorsOnTheSortKeyCannotBeSearchedBy(String operator) {
    String sk = ",'sk':{'ComparisonOperator':'" + operator + "','AttributeValueList':[{'N':'2'}]}";

    assertThat(client.invalid("Query", query(PK + sk, "")))
        .isEqualTo("Attempted conditional constraint is not an indexable operation");
  }

  @Test
  void partitionKeyIsGivenByEquality() {
    assertThat(client.invalid("Query", query(PK.replace("EQ", "GT"), "")))
        .isEqualTo("Query key condition not supported");
    assertThat(
            client.invalid(
                "Query",
                query(PK.replace("'pk'", "'sk'").replace("'S'", "'N'").replace("'a'", "'1'"), "")))
        .isEqualTo("Query condition missed key schema element: pk");
    assertThat(client.invalid("Query", query("", "")))
        .isEqualTo("Conditions must be at least length 1");
    assertThat(client.invalid("Query", "{'TableName':'indexed'}"))
        .isEqualTo(
            "Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.");
  }

  @Test
  void valuesHaveTheTypeOfTheKeyAndAreNotEmpty() {
    assertThat(client.invalid("Query", query(PK.replace("{'S':'a'}", "{'N':'1'}"), "")))
        .isEqualTo(INVALID + "Condition parameter type does not match schema type");
    assertThat(client.invalid("Query", query(PK.replace("'a'", "''"), "")))
        .isEqualTo(
            "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: pk");
  }

  @Test
  void queryFilterNamesNoKey() {
    String filter = ",'QueryFilter':{'pk':{'ComparisonOperator':'NOT_NULL'}}";

    assertThat(client.invalid("Query", query(PK, filter)))
        .isEqualTo(
            "QueryFilter can only contain non-primary key attributes: Primary key attribute: pk");
  }

  @Test
  void queryFilterSortsOutAfterCounting() {
    String filter =
        ",'QueryFilter':{'n':{'ComparisonOperator':'GT','AttributeValueList':[{'N':'1'}]}}";

    assertThat(client.ok("Query", query(PK, filter))).contains("'Count':2,'ScannedCount':3");
  }

  @Test
  void keyConditionsGoWithAFilterExpression() {
    String filter = ",'FilterExpression':'n > :n','ExpressionAttributeValues':{':n':{'N':'2'}}";

    assertThat(client.ok("Query", query(PK, filter))).contains("'Count':1");
  }

  @Test
  void attributesToGetProjectsTopLevelAttributes() {
    assertThat(client.ok("Query", query(PK, ",'Limit':1,'AttributesToGet':['n','absent']")))
        .contains("'Items':[{'n':{'N':'1'}}]");
    assertThat(client.invalid("Query", query(PK, ",'AttributesToGet':['n','n']")))
        .isEqualTo(INVALID + "Duplicate value in attribute name: n");
    assertThat(client.invalid("Query", query(PK, ",'AttributesToGet':['n'],'Select':'COUNT'")))
        .isEqualTo("Cannot specify the AttributesToGet when choosing to get only the Count");
    assertThat(
            client.invalid(
                "Query", query(PK, ",'AttributesToGet':['n'],'Select':'ALL_ATTRIBUTES'")))
        .isEqualTo("Cannot specify the AttributesToGet when choosing to get ALL_ATTRIBUTES");
  }

  @Test
  void globalIndexLacksAttributesThatItDoesNotProject() {
    String query =
        "{'TableName':'indexed','IndexName':'gsi','KeyConditions':{"
            + PK.replace("'pk'", "'g'")
            + "},'AttributesToGet':['n']}";

    assertThat(client.invalid("Query", query))
        .isEqualTo(INVALID + "Global secondary index gsi does not project [n]");
  }
}
