package io.keystonedb.internal.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Partition keys have up to 2048 bytes, sort keys 1024. The texts were observed, but that about
 * sort keys in queries, which is DynamoDB Local's.
 */
class KeySizesTest extends TablesForTest {
  private static final String HASH =
      INVALID + "Size of hashkey has exceeded the maximum size limit of2048 bytes";
  private static final String RANGE =
      INVALID + "Aggregated size of all range keys has exceeded the size limit of 1024 bytes";
  private static final String LONG_HASH = "x".repeat(2049);
  private static final String LONG_RANGE = "y".repeat(1025);

  /** The table {@code text} has keys {@code a} and {@code b} and an index on {@code c, d}. */
  @BeforeEach
  void aTableWithKeysOfText() {
    client.ok(
        "CreateTable",
        "{'TableName':'text','BillingMode':'PAY_PER_REQUEST','AttributeDefinitions':["
            + attribute("a")
            + ","
            + attribute("b")
            + ","
            + attribute("c")
            + ","
            + attribute("d")
            + "],"
            + keySchema("a", "b")
            + ",'GlobalSecondaryIndexes':[{'IndexName':'index',"
            + keySchema("c", "d")
            + ",'Projection':{'ProjectionType':'ALL'}}]}");
  }

  private static String attribute(String name) {
    return "{'AttributeName':'" + name + "','AttributeType':'S'}";
  }

  private static String keySchema(String partition, String sort) {
    return "'KeySchema':[{'AttributeName':'%s','KeyType':'HASH'},{'AttributeName':'%s','KeyType':'RANGE'}]"
        .formatted(partition, sort);
  }

  private static String key(String a, String b) {
    return "'a':{'S':'" + a + "'},'b':{'S':'" + b + "'}";
  }

  private static String textItem(String item) {
    return "{'TableName':'text','Item':{" + item + "}}";
  }

  @Test
  void areLimitedInItems() {
    client.ok("PutItem", textItem(key("x".repeat(2048), "y".repeat(1024))));

    assertThat(client.invalid("PutItem", textItem(key(LONG_HASH, LONG_RANGE)))).isEqualTo(HASH);
    assertThat(client.invalid("PutItem", textItem(key("x", LONG_RANGE)))).isEqualTo(RANGE);
  }

  @Test
  void areLimitedInLookUps() {
    for (String operation : new String[] {"GetItem", "DeleteItem", "UpdateItem"}) {
      String request = "{'TableName':'text','Key':{%s}}";
      assertThat(client.invalid(operation, request.formatted(key(LONG_HASH, "y")))).isEqualTo(HASH);
      assertThat(client.invalid(operation, request.formatted(key("x", LONG_RANGE))))
          .isEqualTo(RANGE);
    }
  }

  private static String query(String more, String condition, String first, String second) {
    return "{'TableName':'text'%s,'KeyConditionExpression':'%s','ExpressionAttributeValues':{':h':{'S':'%s'}%s}}"
        .formatted(more, condition, first, second.isEmpty() ? "" : ",':r':{'S':'" + second + "'}");
  }

  @Test
  void ofPartitionsAreLimitedInQueries() {
    client.ok("Query", query("", "a = :h", "x".repeat(2048), ""));

    assertThat(client.invalid("Query", query("", "a = :h", LONG_HASH, ""))).isEqualTo(HASH);
    assertThat(client.invalid("Query", query(",'IndexName':'index'", "c = :h", LONG_HASH, "")))
        .isEqualTo(HASH);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {"b = :r", "b < :r", "\"begins_with(b, :r)\"", "b BETWEEN :h AND :r"})
  void ofSortKeysAreLimitedInQueries(String condition) {
    String both = "a = :h AND " + condition;
    client.ok("Query", query("", both, "x", "y".repeat(1024)));

    assertThat(client.invalid("Query", query("", both, "x", LONG_RANGE))).isEqualTo(RANGE);
  }

  @Test
  void areLimitedForIndexesByAttribute() {
    String item = key("x", "y") + ",'c':{'S':'%s'},'d':{'S':'%s'}";
    client.ok("PutItem", textItem(item.formatted("x".repeat(2048), "y".repeat(1024))));

    assertThat(client.invalid("PutItem", textItem(item.formatted(LONG_HASH, LONG_RANGE))))
        .isEqualTo(
            INVALID
                + "Size limit exceeded for Index Key c Actual Size: 2049 bytes Max Size: 2048 bytes IndexName: index");
    assertThat(client.invalid("PutItem", textItem(item.formatted("x", LONG_RANGE))))
        .isEqualTo(
            INVALID
                + "Size limit exceeded for Index Key d Actual Size: 1025 bytes Max Size: 1024 bytes IndexName: index");
  }

  @Test
  void areLimitedForIndexesWithATextOfItsOwnInUpdates() {
    client.ok("PutItem", textItem(key("x", "y") + ",'d':{'S':'z'}"));

    assertThat(
            client.invalid(
                "UpdateItem",
                "{'TableName':'text','Key':{"
                    + key("x", "y")
                    + "},'UpdateExpression':'SET c = :c','ExpressionAttributeValues':{':c':{'S':'"
                    + LONG_HASH
                    + "'}}}"))
        .isEqualTo(
            "One or more parameter values were invalid. The update expression attempted to update the secondary index key beyond allowed size limits");
  }
}
