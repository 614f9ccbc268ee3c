package io.keystonedb.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Bodies of errors: service-facts 1.3. */
class ErrorBodyTest {
  private final Wire wire = new Wire().withTable();

  @Test
  void mostErrorsHaveTheirTextInLowerCase() {
    assertThat(wire.call("DescribeTable", "{'TableName':'other'}"))
        .isEqualTo(
            "400 {'__type':'com.amazonaws.dynamodb.v20120810#ResourceNotFoundException',"
                + "'message':'Requested resource not found: Table: other not found'}");
    assertThat(wire.call("GetItem", "{'TableName':'ttt'}"))
        .startsWith("400 {'__type':'com.amazon.coral.validate#ValidationException','message':'1 ");
  }

  @Test
  void aFailedConditionShowsTheItemOnlyWhenAsked() {
    wire.call("PutItem", "{'TableName':'ttt','Item':{'pk':{'S':'a'},'b':{'B':'AQI='}}}");
    String put =
        "{'TableName':'ttt','Item':{'pk':{'S':'a'}},'ConditionExpression':'attribute_not_exists(pk)'";
    String error =
        "400 {'__type':'com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException',"
            + "'message':'The conditional request failed'";

    assertThat(wire.call("PutItem", put + "}")).isEqualTo(error + "}");
    assertThat(wire.call("PutItem", put + ",'ReturnValuesOnConditionCheckFailure':'ALL_OLD'}"))
        .isEqualTo(error + ",'Item':{'pk':{'S':'a'},'b':{'B':'AQI='}}}");
  }

  @Test
  void aCancelledTransactionHasACapitalMessageAndAReasonPerAction() {
    wire.call("PutItem", "{'TableName':'ttt','Item':{'pk':{'S':'a'}}}");
    String answer =
        wire.call(
            "TransactWriteItems",
            "{'TransactItems':[{'Put':{'TableName':'ttt','Item':{'pk':{'S':'b'}}}},"
                + "{'ConditionCheck':{'TableName':'ttt','Key':{'pk':{'S':'a'}},"
                + "'ConditionExpression':'attribute_not_exists(pk)',"
                + "'ReturnValuesOnConditionCheckFailure':'ALL_OLD'}}]}");

    assertThat(answer)
        .isEqualTo(
            "400 {'__type':'com.amazonaws.dynamodb.v20120810#TransactionCanceledException',"
                + "'Message':'Transaction cancelled, please refer cancellation reasons for specific"
                + " reasons [None, ConditionalCheckFailed]','CancellationReasons':[{'Code':'None'},"
                + "{'Code':'ConditionalCheckFailed','Message':'The conditional request failed',"
                + "'Item':{'pk':{'S':'a'}}}]}");
  }
}
