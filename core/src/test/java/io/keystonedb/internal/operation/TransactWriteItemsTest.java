package io.keystonedb.internal.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.Database;
import io.keystonedb.KeystoneClock;
import io.keystonedb.testing.JsonClient;
import io.keystonedb.testing.JsonTables;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * TransactWriteItems.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html">TransactWriteItems</a>
 */
class TransactWriteItemsTest extends TablesForTest {
  private static final String CANCELED =
      "TransactionCanceledException: Transaction cancelled, please refer cancellation reasons for specific reasons ";

  private static String write(String actions, String more) {
    return "{'TransactItems':[" + actions + "]" + more + "}";
  }

  private static String put(String key, String more) {
    return "{'Put':{'TableName':'plain','Item':{'pk':{'S':'" + key + "'}" + more + "}}}";
  }

  private static String check(String key, String condition, String more) {
    return "{'ConditionCheck':{'TableName':'plain','Key':{'pk':{'S':'"
        + key
        + "'}},'ConditionExpression':'"
        + condition
        + "'"
        + more
        + "}}";
  }

  private static String update(String key, String update, String more) {
    return "{'Update':{'TableName':'plain','Key':{'pk':{'S':'"
        + key
        + "'}},'UpdateExpression':'"
        + update
        + "'"
        + more
        + "}}";
  }

  private static String puts(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> put("p" + i, ""))
        .collect(Collectors.joining(","));
  }

  @Test
  void takesOneToOneHundredActions() {
    client.ok("TransactWriteItems", write(puts(100), ""));

    assertThat(client.invalid("TransactWriteItems", write("", "")))
        .isEqualTo(
            "1 validation error detected: Value '[]' at 'transactItems' failed to satisfy constraint: Member must have length greater than or equal to 1");
    assertThat(client.invalid("TransactWriteItems", write(puts(101), "")))
        .startsWith("1 validation error detected: Value '[TransactWriteItem(")
        .endsWith(
            "]' at 'transactItems' failed to satisfy constraint: Member must have length less than or equal to 100");
  }

  @Test
  void anEntryIsOneAction() {
    String two =
        put("a", "")
            .replaceFirst(
                "\\}$",
                "," + put("b", "").substring(1).replace("Put", "Delete").replace("Item", "Key"));

    assertThat(client.invalid("TransactWriteItems", write(two, "")))
        .isEqualTo("TransactItems can only contain one of Check, Put, Update or Delete");
    assertThat(client.invalid("TransactWriteItems", write("{}", "")))
        .isEqualTo(
            "Invalid Request: TransactWriteRequest should contain Delete or Put or Update request");
  }

  @Test
  void anItemIsNamedOnce() {
    assertThat(
            client.invalid(
                "TransactWriteItems",
                write(put("a", "") + "," + check("a", "attribute_exists(pk)", ""), "")))
        .isEqualTo("Transaction request cannot include multiple operations on one item");
  }

  @Test
  void reasonsComeInTheOrderOfTheActionsWithItemsOnRequest() {
    super.put("'x':{'S':'y'}");
    String actions =
        put("b", "")
            + ","
            + check("a", "x = y", ",'ReturnValuesOnConditionCheckFailure':'ALL_OLD'")
            + ","
            + check(
                "c", "attribute_exists(pk)", ",'ReturnValuesOnConditionCheckFailure':'ALL_OLD'");

    assertThat(client.error("TransactWriteItems", write(actions, "")))
        .isEqualTo(
            CANCELED
                + "[None, ConditionalCheckFailed, ConditionalCheckFailed]','CancellationReasons':[{'Code':'None'},"
                + "{'Code':'ConditionalCheckFailed','Message':'The conditional request failed','Item':{'pk':{'S':'a'},'x':{'S':'y'}}},"
                + "{'Code':'ConditionalCheckFailed','Message':'The conditional request failed'}]}");
    assertThat(client.ok("Scan", "{'TableName':'plain','Select':'COUNT'}")).contains("'Count':1,");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {
        "SET pk = big | One or more parameter values were invalid: Cannot update attribute pk. This attribute is part of the key",
        "SET t = absent | The provided expression refers to an attribute that does not exist in the item",
        "SET absent.x = pk | The document path provided in the update expression is invalid for update",
        "SET t = pk + pk | An operand in the update expression has an incorrect data type",
        "SET t = big + big | Number overflow. Attempting to store a number with magnitude larger than supported range"
      })
  void whatGoesWrongWithAnUpdateIsAReason(String update, String text) {
    super.put("'big':{'N':'9E125'}");

    assertThat(client.error("TransactWriteItems", write(update("a", update, ""), "")))
        .isEqualTo(
            CANCELED
                + "[ValidationError]','CancellationReasons':[{'Code':'ValidationError','Message':'"
                + text
                + "'}]}");
  }

  @Test
  void itemsTooLargeFailTheRequestAndUpdatesTooLargeCancelIt() {
    String big = "'x':{'S':'" + "x".repeat(409_000) + "'}";
    super.put(big);

    assertThat(
            client.invalid(
                "TransactWriteItems",
                write(put("b", ",'y':{'S':'" + "y".repeat(409_700) + "'}"), "")))
        .isEqualTo("Item size has exceeded the maximum allowed size");
    assertThat(
            client.error(
                "TransactWriteItems",
                write(
                    update(
                        "a",
                        "SET y = :y",
                        ",'ExpressionAttributeValues':{':y':{'S':'" + "y".repeat(1000) + "'}}"),
                    "")))
        .contains("'Message':'Item size to update has exceeded the maximum allowed size'");
  }

  @Test
  void allItemsTogetherHaveFourMegabytes() {
    String actions =
        IntStream.range(0, 11)
            .mapToObj(i -> put("p" + i, ",'x':{'S':'" + "x".repeat(400_000) + "'}"))
            .collect(Collectors.joining(","));

    assertThat(client.invalid("TransactWriteItems", write(actions, "")))
        .isEqualTo("Transaction payload size cannot exceed 4194304 bytes");
  }

  @Test
  void keysOfWrongTypesCancelAndEmptyOnesFailTheRequest() {
    assertThat(
            client.error(
                "TransactWriteItems",
                write(put("a", "").replace("'S'", "'N'").replace("'a'", "'1'"), "")))
        .isEqualTo(
            CANCELED
                + "[ValidationError]','CancellationReasons':[{'Code':'ValidationError','Message':'One or more parameter values were invalid: Type mismatch for key pk expected: S actual: N'}]}");
    assertThat(client.invalid("TransactWriteItems", write(put("", ""), "")))
        .contains("cannot contain an empty string value. Key: pk");
    assertThat(
            client.invalid("TransactWriteItems", write(check("", "attribute_exists(pk)", ""), "")))
        .contains("cannot contain an empty string value. Key: pk");
  }

  @Test
  void missingAndOversizedKeysCancelToo() {
    String missing = put("a", "").replace("'pk'", "'other'");
    String text = "One or more parameter values were invalid: ";

    assertThat(client.error("TransactWriteItems", write(missing + "," + put("b", ""), "")))
        .isEqualTo(
            CANCELED
                + "[ValidationError, None]','CancellationReasons':[{'Code':'ValidationError','Message':'"
                + text
                + "Missing the key pk in the item'},{'Code':'None'}]}");
    for (String action :
        new String[] {
          put("k".repeat(2049), ""), check("k".repeat(2049), "attribute_exists(pk)", "")
        }) {
      assertThat(client.error("TransactWriteItems", write(action, "")))
          .isEqualTo(
              CANCELED
                  + "[ValidationError]','CancellationReasons':[{'Code':'ValidationError','Message':'"
                  + text
                  + "Size of hashkey has exceeded the maximum size limit of2048 bytes'}]}");
    }
  }

  @Test
  void keysOfIndexesAreAnsweredAsKeysOfTables() {
    String put =
        "{'Put':{'TableName':'indexed','Item':{'pk':{'S':'a'},'sk':{'N':'1'},'g':{'N':'1'}}}}";

    assertThat(client.error("TransactWriteItems", write(put, "")))
        .isEqualTo(
            CANCELED
                + "[ValidationError]','CancellationReasons':[{'Code':'ValidationError','Message':'One or more parameter values were invalid: Type mismatch for Index Key g Expected: S Actual: N IndexName: gsi'}]}");
    assertThat(
            client.invalid(
                "TransactWriteItems", write(put.replace("'g':{'N':'1'}", "'g':{'S':''}"), "")))
        .endsWith("cannot contain an empty string value. IndexName: gsi, IndexKey: g");
  }

  @Test
  void missingTablesAndSyntaxFailTheRequest() {
    assertThat(
            client.error("TransactWriteItems", write(put("a", "").replace("plain", "missing"), "")))
        .isEqualTo("ResourceNotFoundException: Requested resource not found");
    assertThat(client.invalid("TransactWriteItems", write(check("a", "x ]", ""), "")))
        .startsWith("Invalid ConditionExpression: Syntax error; token: ']'");
    assertThat(client.invalid("TransactWriteItems", write(update("a", "SET", ""), "")))
        .startsWith("Invalid UpdateExpression: Syntax error; token: '<EOF>'");
  }

  @Test
  void putsMayCarryNamesAndValuesWithoutAnExpression() {
    String lenient =
        put("a", "")
            .replaceFirst(
                "\\}\\}$",
                ",'ExpressionAttributeNames':{'#a':'a'},'ExpressionAttributeValues':{':a':{'S':'a'}}}}");

    client.ok("TransactWriteItems", write(lenient, ""));
  }

  @Test
  void capacityIsTwiceTheWriteAndRepeatedAsWriteUnits() {
    String actions = put("a", ",'x':{'S':'" + "x".repeat(1500) + "'}");

    assertThat(
            client.ok("TransactWriteItems", write(actions, ",'ReturnConsumedCapacity':'INDEXES'")))
        .isEqualTo(
            "{'ConsumedCapacity':[{'TableName':'plain','CapacityUnits':4.0,'WriteCapacityUnits':4.0,'Table':{'WriteCapacityUnits':4.0,'CapacityUnits':4.0}}]}");
  }

  @Test
  void aRepeatedTokenWritesNothingAndIsChargedForReading() {
    String request =
        write(put("a", ""), ",'ClientRequestToken':'t1','ReturnConsumedCapacity':'TOTAL'");
    client.ok("TransactWriteItems", request);
    super.put("'later':{'S':'x'}");

    assertThat(client.ok("TransactWriteItems", request))
        .isEqualTo(
            "{'ConsumedCapacity':[{'TableName':'plain','CapacityUnits':2.0,'ReadCapacityUnits':2.0}]}");
    assertThat(get()).contains("later");
  }

  @Test
  void aRepeatedTokenIsChargedPerTableInTheOrderOfTheRequest() {
    String request =
        write(
            "{'Put':{'TableName':'sorted','Item':{'pk':{'S':'a'},'sk':{'N':'1'}}}},"
                + put("a", "")
                + ",{'Put':{'TableName':'indexed','Item':{'pk':{'S':'a'},'sk':{'N':'1'}}}}",
            ",'ClientRequestToken':'t1','ReturnConsumedCapacity':'TOTAL'");
    client.ok("TransactWriteItems", request);

    assertThat(client.ok("TransactWriteItems", request))
        .matches(".*'TableName':'sorted'.*'TableName':'plain'.*'TableName':'indexed'.*");
  }

  @Test
  void aTokenIsForOneContent() {
    client.ok("TransactWriteItems", write(put("a", ""), ",'ClientRequestToken':'t1'"));

    assertThat(
            client.error("TransactWriteItems", write(put("b", ""), ",'ClientRequestToken':'t1'")))
        .startsWith("IdempotentParameterMismatchException: ");
  }

  @Test
  void aTransactionIsInProgressForAsLongAsTheDialSays() {
    KeystoneClock clock = KeystoneClock.system();
    Database database = databases.open(clock);
    client = JsonTables.create(new JsonClient(database));
    database.dials().transactionDuration(Duration.ofSeconds(10));
    String request = write(put("a", ""), ",'ClientRequestToken':'t1'");
    client.ok("TransactWriteItems", request);

    assertThat(client.error("TransactWriteItems", request))
        .isEqualTo(
            "TransactionInProgressException: The transaction with the given request token is already in progress.");
    assertThat(client.error("TransactWriteItems", request.replace("'a'", "'b'")))
        .startsWith("IdempotentParameterMismatchException: ");
    clock.advance(Duration.ofSeconds(10));
    client.ok("TransactWriteItems", request);
  }

  @Test
  void aTokenIsForgottenAfterTenMinutesAndAFailedCallLeavesNone() {
    KeystoneClock clock = KeystoneClock.system();
    client = JsonTables.create(new JsonClient(databases.open(clock)));
    String failing = write(check("a", "attribute_exists(pk)", ""), ",'ClientRequestToken':'t1'");
    assertThat(client.error("TransactWriteItems", failing)).startsWith(CANCELED);
    client.ok("TransactWriteItems", write(put("a", ""), ",'ClientRequestToken':'t1'"));

    clock.advance(Duration.ofMinutes(11));

    client.ok("TransactWriteItems", write(put("b", ""), ",'ClientRequestToken':'t1'"));
  }
}
