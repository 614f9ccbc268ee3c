package io.keystonedb.internal.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.Database;
import io.keystonedb.testing.Databases;
import io.keystonedb.testing.JsonClient;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Keys of several attributes: the index {@code gsi} has the partition attributes {@code h1} (a
 * string) and {@code h2} (a number) and the sort attributes {@code r1} (a string) and {@code r2} (a
 * number).
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.DesignPattern.MultiAttributeKeys.html">Multi-attribute
 *     keys</a>
 */
class MultiAttributeKeysTest {
  private static final String INVALID = "One or more parameter values were invalid: ";
  private static final Pattern NAME = Pattern.compile("'pk':\\{'S':'(\\w+)'\\}");

  @RegisterExtension private final Databases databases = new Databases();
  private JsonClient client;

  @BeforeEach
  void aTableWithFourItemsInTheIndex() {
    Database database = databases.open();
    client = new JsonClient(database);
    client.ok(
        "CreateTable",
        """
        {'TableName':'multi','BillingMode':'PAY_PER_REQUEST',
         'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}],
         'AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'},
           {'AttributeName':'h1','AttributeType':'S'},{'AttributeName':'h2','AttributeType':'N'},
           {'AttributeName':'r1','AttributeType':'S'},{'AttributeName':'r2','AttributeType':'N'}],
         'GlobalSecondaryIndexes':[{'IndexName':'gsi','Projection':{'ProjectionType':'KEYS_ONLY'},
           'KeySchema':[{'AttributeName':'h1','KeyType':'HASH'},{'AttributeName':'h2','KeyType':'HASH'},
             {'AttributeName':'r1','KeyType':'RANGE'},{'AttributeName':'r2','KeyType':'RANGE'}]}]}
        """);
    put("x10", "'h1':{'S':'a'},'h2':{'N':'1'},'r1':{'S':'x'},'r2':{'N':'10'}");
    put("x9", "'h1':{'S':'a'},'h2':{'N':'1.0'},'r1':{'S':'x'},'r2':{'N':'9'},'other':{'S':'o'}");
    put("b3", "'h1':{'S':'a'},'h2':{'N':'1'},'r1':{'S':'b'},'r2':{'N':'3'}");
    put("elsewhere", "'h1':{'S':'a'},'h2':{'N':'2'},'r1':{'S':'b'},'r2':{'N':'3'}");
  }

  private static String item(String pk, String attributes) {
    return "{'TableName':'multi','Item':{'pk':{'S':'"
        + pk
        + "'},"
        + attributes
        + "},'ReturnConsumedCapacity':'INDEXES'}";
  }

  private String put(String pk, String attributes) {
    return client.ok("PutItem", item(pk, attributes));
  }

  private static String query(String condition, String more) {
    String values = "':a':{'S':'a'},':one':{'N':'1'}";
    for (String value : new String[] {":x|{'S':'x'}", ":nine|{'N':'9'}"}) {
      String[] parts = value.split("\\|");
      values += condition.contains(parts[0]) ? ",'" + parts[0] + "':" + parts[1] : "";
    }
    return "{'TableName':'multi','IndexName':'gsi','KeyConditionExpression':'h1 = :a AND "
        + condition
        + "','ExpressionAttributeValues':{"
        + values
        + "}"
        + more
        + "}";
  }

  private List<String> found(String condition, String more) {
    Matcher matcher =
        NAME.matcher(client.ok("Query", query(condition, more)).replaceFirst("'LastEv.*", ""));
    List<String> names = new ArrayList<>();
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  @Test
  void itemsAreSortedByOneSortAttributeAfterTheOtherEachByItsType() {
    assertThat(found("h2 = :one", "")).containsExactly("b3", "x9", "x10");
    assertThat(found("h2 = :one", ",'ScanIndexForward':false")).containsExactly("x10", "x9", "b3");
  }

  @ParameterizedTest
  @CsvSource({
    "h2 = :one AND r1 = :x, x9 x10",
    "h2 = :one AND r1 < :x, b3",
    "'h2 = :one AND begins_with(r1, :x)', x9 x10",
    "h2 = :one AND r1 = :x AND r2 > :nine, x10",
    "h2 = :one AND r1 = :x AND r2 BETWEEN :one AND :nine, x9",
    "r2 = :nine AND r1 = :x AND h2 = :one, x9"
  })
  void sortAttributesAreNamedFromTheLeftTheLastOfThemWithARange(String condition, String names) {
    assertThat(found(condition, "")).containsExactly(names.split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "r1 = :x AND r2 = :one, HASH key attributes h2 must have equality conditions specified in the query",
    "h2 = :one AND r2 = :nine, RANGE key attributes r1 must have equality conditions specified in the query because a condition is present on key attribute r2",
    "h2 > :one, HASH key attributes h2 must have equality conditions specified in the query",
    "h2 = :one AND r1 > :x AND r2 = :nine, RANGE key attributes r1 must have equality conditions specified in the query because a condition is present on key attribute r2"
  })
  void partitionAttributesAreAllNamedWithEqualityAndSortAttributesHaveNoGaps(
      String condition, String text) {
    assertThat(client.invalid("Query", query(condition, ""))).isEqualTo(text);
  }

  @Test
  void pagesGoOnBehindTheWholeKeyOfIndexAndTable() {
    String key = "{'h1':{'S':'a'},'h2':{'N':'1'},'r1':{'S':'b'},'r2':{'N':'3'},'pk':{'S':'b3'}}";

    assertThat(client.ok("Query", query("h2 = :one", ",'Limit':1")))
        .endsWith(",'LastEvaluatedKey':" + key + "}");
    assertThat(found("h2 = :one", ",'ExclusiveStartKey':" + key)).containsExactly("x9", "x10");
    assertThat(
            client.invalid(
                "Query",
                query("h2 = :one", ",'ExclusiveStartKey':" + key.replace("'r2':{'N':'3'},", ""))))
        .isEqualTo("The provided starting key is invalid");
  }

  @Test
  void filtersDoNotNameAnyOfTheAttributes() {
    assertThat(client.invalid("Query", query("h2 = :one", ",'FilterExpression':'r2 > :one'")))
        .isEqualTo(
            "Filter Expression can only contain non-primary key attributes: Primary key attribute: r2");
  }

  @Test
  void anItemThatLacksAnAttributeIsNotInTheIndexUntilItHasIt() {
    assertThat(put("late", "'h1':{'S':'a'},'h2':{'N':'1'},'r1':{'S':'c'}"))
        .doesNotContain("GlobalSecondaryIndexes");
    assertThat(found("h2 = :one", "")).doesNotContain("late");

    String update =
        "{'TableName':'multi','Key':{'pk':{'S':'late'}},'UpdateExpression':'SET r2 = :n','ExpressionAttributeValues':{':n':{'N':'%d'}},'ReturnConsumedCapacity':'INDEXES'}";
    assertThat(client.ok("UpdateItem", update.formatted(1)))
        .contains("'GlobalSecondaryIndexes':{'gsi':{'CapacityUnits':1.0}}");
    assertThat(found("h2 = :one", "")).contains("late");
    assertThat(client.ok("UpdateItem", update.formatted(2)))
        .contains("'GlobalSecondaryIndexes':{'gsi':{'CapacityUnits':2.0}}");
  }

  @Test
  void valuesOfAttributesAreFitForKeysEachByItself() {
    assertThat(client.invalid("PutItem", item("bad", "'h2':{'S':'1'}")))
        .isEqualTo(INVALID + "Type mismatch for Index Key h2 Expected: N Actual: S IndexName: gsi");
    assertThat(client.invalid("PutItem", item("bad", "'r1':{'S':''}")))
        .endsWith("cannot contain an empty string value. IndexName: gsi, IndexKey: r1");
  }

  @Test
  void thePartitionAttributesTogetherAndTheSortAttributesTogetherAreLimited() {
    String key = "'h1':{'S':'%s'},'h2':{'N':'1'},'r1':{'S':'%s'},'r2':{'N':'1'}";

    put("fits", key.formatted("h".repeat(2046), "r".repeat(1022)));
    assertThat(client.invalid("PutItem", item("bad", key.formatted("h".repeat(2047), "r"))))
        .isEqualTo(
            INVALID
                + "Size limit exceeded for Index Key h2 Actual Size: 2049 bytes Max Size: 2048 bytes IndexName: gsi");
    assertThat(client.invalid("PutItem", item("bad", key.formatted("h", "r".repeat(1023)))))
        .isEqualTo(
            INVALID
                + "Size limit exceeded for Index Key r2 Actual Size: 1025 bytes Max Size: 1024 bytes IndexName: gsi");
  }

  @Test
  void conditionsFromBeforeExpressionsFollowTheSameRules() {
    String conditions =
        "{'TableName':'multi','IndexName':'gsi','Select':'COUNT','KeyConditions':{'h1':{'ComparisonOperator':'EQ','AttributeValueList':[{'S':'a'}]},'h2':{'ComparisonOperator':'EQ','AttributeValueList':[{'N':'1'}]},'%s':{'ComparisonOperator':'%s','AttributeValueList':[%s]}}}";

    assertThat(client.ok("Query", conditions.formatted("r1", "BEGINS_WITH", "{'S':'x'}")))
        .isEqualTo("{'Count':2,'ScannedCount':2}");
    assertThat(client.invalid("Query", conditions.formatted("r2", "EQ", "{'N':'9'}")))
        .isEqualTo(
            "RANGE key attributes r1 must have equality conditions specified in the query because a condition is present on key attribute r2");
  }
}
