package io.keystonedb.internal.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The limit of 400 KB, to the byte, as each way to write measures it. Observed. */
class ItemSizeTest extends TablesForTest {
  private static final int LIMIT = 409_600;

  /** An item of {@code plain} of so many bytes. */
  private static String item(int bytes) {
    return "{'pk':{'S':'a'},'x':{'S':'" + "x".repeat(bytes - 4) + "'}}";
  }

  @Test
  void putsHoldTheLimitExactly() {
    String put = "{'TableName':'plain','Item':%s}";
    client.ok("PutItem", put.formatted(item(LIMIT)));

    assertThat(client.invalid("PutItem", put.formatted(item(LIMIT + 1))))
        .isEqualTo("Item size has exceeded the maximum allowed size");
  }

  /**
   * Bytes: the item 11 and the text, its entry with keys only 10, its whole entry 11 and the text.
   */
  @Test
  void itemsShareTheLimitWithTheirEntriesInLocalIndexes() {
    String put =
        "{'TableName':'indexed','Item':{'pk':{'S':'a'},'sk':{'N':'1'},'h':{'N':'1'},'v':{'S':'%s'}}}";
    int fits = (LIMIT - 11 - 10 - 11) / 2;
    client.ok("PutItem", put.formatted("v".repeat(fits)));
    client.ok("PutItem", put.formatted("v".repeat(LIMIT - 20)).replace("'h':{'N':'1'},", ""));

    assertThat(client.invalid("PutItem", put.formatted("v".repeat(fits + 1))))
        .isEqualTo("Item size has exceeded the maximum allowed size");
    assertThat(
            client.invalid(
                "UpdateItem",
                "{'TableName':'indexed','Key':{'pk':{'S':'a'},'sk':{'N':'1'}},'UpdateExpression':'SET h = :h','ExpressionAttributeValues':{':h':{'N':'1'}}}"))
        .isEqualTo("Item size to update has exceeded the maximum allowed size");
  }

  @Test
  void sizeIsCheckedAfterTheTableAndItsKeys() {
    String put = "{'TableName':'missing','Item':" + item(LIMIT + 1) + "}";

    assertThat(client.error("PutItem", put)).startsWith("ResourceNotFoundException");
    assertThat(client.invalid("PutItem", put.replace("missing", "sorted")))
        .isEqualTo(INVALID + "Missing the key sk in the item");
  }

  /** The measure is the item without its key, 3, and a charge per action. */
  /** An update of {@code plain} that sets an attribute to a text of so many bytes. */
  private static String update(int bytes, String more) {
    return "{'TableName':'plain','Key':{'pk':{'S':'a'}},'UpdateExpression':'SET x = :x"
        + more
        + "','ExpressionAttributeValues':{':x':{'S':'"
        + "x".repeat(bytes)
        + "'}}}";
  }

  private void assertTooLarge(String update) {
    assertThat(client.invalid("UpdateItem", update))
        .isEqualTo("Item size to update has exceeded the maximum allowed size");
  }

  @ParameterizedTest
  @CsvSource({"'', 23", "' REMOVE yz', 26", "' REMOVE y.z', 30"})
  void updatesAreChargedForWhatTheySay(String more, int charge) {
    client.ok("UpdateItem", update(LIMIT - charge, more));

    assertTooLarge(update(LIMIT - charge + 1, more));
  }

  @Test
  void updatesHoldTheLimitForTheItemThatComesOut() {
    client.ok("PutItem", "{'TableName':'plain','Item':" + item(LIMIT - 100) + "}");
    String append =
        "{'TableName':'plain','Key':{'pk':{'S':'a'}},'UpdateExpression':'SET y = :y','ExpressionAttributeValues':{':y':{'S':'%s'}}}";

    client.ok("UpdateItem", append.formatted("y".repeat(99)));
    assertTooLarge(append.formatted("y".repeat(100)));
  }

  @Test
  void updatesInTransactionsHoldThePlainLimit() {
    client.ok("PutItem", "{'TableName':'plain','Item':" + item(LIMIT - 3) + "}");

    client.ok(
        "TransactWriteItems",
        "{'TransactItems':[{'Update':{'TableName':'plain','Key':{'pk':{'S':'a'}},'UpdateExpression':'SET y = :n','ExpressionAttributeValues':{':n':{'N':'1'}}}}]}");
  }
}
