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

  @Test
  void sizeIsCheckedAfterTheTableAndItsKeys() {
    String put = "{'TableName':'missing','Item':" + item(LIMIT + 1) + "}";

    assertThat(client.error("PutItem", put)).startsWith("ResourceNotFoundException");
    assertThat(client.invalid("PutItem", put.replace("missing", "sorted")))
        .isEqualTo(INVALID + "Missing the key sk in the item");
  }

  /** The measure is the item without its key, 3, and a charge per action. */
  @ParameterizedTest
  @CsvSource({
    "SET y = :n, 22",
    "ADD y :n, 22",
    "SET y = :n + :n, 72",
    "REMOVE y, 5",
    "'SET y = :n, z = :n', 41"
  })
  void updatesAreChargedForTheirActions(String expression, int cost) {
    int added = expression.startsWith("REMOVE") ? 0 : expression.contains("z") ? 6 : 3;
    int key = 3;
    int fits = LIMIT - cost - added + key;
    String update =
        "{'TableName':'plain','Key':{'pk':{'S':'a'}},'UpdateExpression':'"
            + expression
            + "'"
            + (added == 0 ? "" : ",'ExpressionAttributeValues':{':n':{'N':'1'}}")
            + "}";
    client.ok("PutItem", "{'TableName':'plain','Item':" + item(fits) + "}");
    client.ok("UpdateItem", update);
    client.ok("PutItem", "{'TableName':'plain','Item':" + item(fits + 1) + "}");

    assertThat(client.invalid("UpdateItem", update))
        .isEqualTo("Item size to update has exceeded the maximum allowed size");
  }

  /**
   * An item of {@code indexed} of so many bytes, with an entry of as many in {@code lsi-all} and
   * one of ten in {@code lsi}.
   */
  private static String indexedItem(int bytes) {
    return "{'pk':{'S':'a'},'sk':{'N':'1'},'h':{'N':'1'},'x':{'S':'"
        + "x".repeat(bytes - 11)
        + "'}}";
  }

  @Test
  void entriesInLocalIndexesCountTowardsTheLimit() {
    String put = "{'TableName':'indexed','Item':%s}";
    int half = (LIMIT - 10) / 2;
    client.ok("PutItem", put.formatted(indexedItem(half)));
    client.ok("PutItem", put.formatted(indexedItem(LIMIT - 10).replace("'h'", "'y'")));

    assertThat(client.invalid("PutItem", put.formatted(indexedItem(half + 1))))
        .isEqualTo("Item size has exceeded the maximum allowed size");
  }

  @Test
  void entriesInLocalIndexesCountInUpdatesToo() {
    client.ok(
        "PutItem",
        "{'TableName':'indexed','Item':" + indexedItem(LIMIT / 2).replace("'h'", "'y'") + "}");

    assertThat(
            client.invalid(
                "UpdateItem",
                "{'TableName':'indexed','Key':{'pk':{'S':'a'},'sk':{'N':'1'}},'UpdateExpression':'SET h = y'}"))
        .isEqualTo("Item size to update has exceeded the maximum allowed size");
  }

  @Test
  void updatesInTransactionsHoldThePlainLimit() {
    client.ok("PutItem", "{'TableName':'plain','Item':" + item(LIMIT - 3) + "}");

    client.ok(
        "TransactWriteItems",
        "{'TransactItems':[{'Update':{'TableName':'plain','Key':{'pk':{'S':'a'}},'UpdateExpression':'SET y = :n','ExpressionAttributeValues':{':n':{'N':'1'}}}}]}");
  }
}
