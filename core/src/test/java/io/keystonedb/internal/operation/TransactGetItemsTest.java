package io.keystonedb.internal.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * TransactGetItems.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactGetItems.html">TransactGetItems</a>
 */
class TransactGetItemsTest extends TablesForTest {

  private static String get(String key, String more) {
    return "{'Get':{'TableName':'plain','Key':" + key + more + "}}";
  }

  private static String gets(String gets, String more) {
    return "{'TransactItems':[" + gets + "]" + more + "}";
  }

  @Test
  void answersComeInTheOrderOfTheRequest() {
    put("'x':{'S':'y'},'z':{'N':'1'}");
    String request =
        gets(
            get("{'pk':{'S':'b'}}", "")
                + ","
                + get("{'pk':{'S':'a'}}", ",'ProjectionExpression':'x'"),
            "");

    assertThat(client.ok("TransactGetItems", request))
        .isEqualTo("{'Responses':[{},{'Item':{'x':{'S':'y'}}}]}");
  }

  @Test
  void projectionsOfNothingLeaveTheItemOut() {
    put("'x':{'S':'y'}");

    assertThat(
            client.ok(
                "TransactGetItems",
                gets(get("{'pk':{'S':'a'}}", ",'ProjectionExpression':'absent'"), "")))
        .isEqualTo("{'Responses':[{}]}");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {
        "{} | The provided key element does not match the schema",
        "{'pk':{'N':'1'}} | The provided key element does not match the schema",
        "{'pk':{'S':''}} | One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: pk"
      })
  void malformedKeysCancel(String key, String text) {
    assertThat(
            client.error(
                "TransactGetItems", gets(get("{'pk':{'S':'a'}}", "") + "," + get(key, ""), "")))
        .isEqualTo(
            "TransactionCanceledException: Transaction cancelled, please refer cancellation reasons for specific reasons [None, ValidationError]"
                + "','CancellationReasons':[{'Code':'None'},{'Code':'ValidationError','Message':'"
                + text
                + "'}]}");
  }

  @Test
  void malformedValuesFailTheRequest() {
    assertThat(client.invalid("TransactGetItems", gets(get("{'pk':{}}", ""), "")))
        .isEqualTo(
            "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes");
  }

  @Test
  void anItemIsNamedOnceAndTablesExist() {
    String one = get("{'pk':{'S':'a'}}", "");

    assertThat(client.invalid("TransactGetItems", gets(one + "," + one, "")))
        .isEqualTo("Transaction request cannot include multiple operations on one item");
    assertThat(client.error("TransactGetItems", gets(one.replace("plain", "missing"), "")))
        .isEqualTo("ResourceNotFoundException: Requested resource not found");
  }

  @Test
  void capacityIsTwiceAStrongReadAndAbsentItemsCountToo() {
    put("'x':{'S':'" + "x".repeat(5000) + "'}");
    String request =
        gets(
            get("{'pk':{'S':'a'}}", "") + "," + get("{'pk':{'S':'b'}}", ""),
            ",'ReturnConsumedCapacity':'TOTAL'");

    assertThat(client.ok("TransactGetItems", request))
        .startsWith(
            "{'ConsumedCapacity':[{'TableName':'plain','CapacityUnits':6.0,'ReadCapacityUnits':6.0}]");
  }

  @Test
  void numberOfActionsIsLimited() {
    assertThat(client.invalid("TransactGetItems", gets("", "")))
        .isEqualTo(
            "1 validation error detected: Value '[]' at 'transactItems' failed to satisfy constraint: Member must have length greater than or equal to 1");
  }
}
