package io.keystonedb.internal.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PutItem: what it answers, and which of several things that are wrong it reports. Observed. */
class PutItemTest extends TablesForTest {

  private String invalid(String members) {
    return client.invalid("PutItem", "{" + members + "}");
  }

  @Test
  void replacesTheWholeItemAndReturnsTheOldOneOnRequest() {
    put("'x':{'S':'1'},'y':{'S':'2'}");
    String request =
        "{'TableName':'plain','Item':{'pk':{'S':'a'},'z':{'S':'3'}},'ReturnValues':'ALL_OLD'}";

    assertThat(client.ok("PutItem", request))
        .isEqualTo("{'Attributes':{'pk':{'S':'a'},'x':{'S':'1'},'y':{'S':'2'}}}");
    assertThat(get()).isEqualTo("{'Item':{'pk':{'S':'a'},'z':{'S':'3'}}}");
    assertThat(client.ok("PutItem", request.replace("'S':'a'", "'S':'new'"))).isEqualTo("{}");
  }

  @Test
  void aFailedConditionShowsTheItemOnRequestOnly() {
    put("'x':{'S':'1'}");
    String request =
        "{'TableName':'plain','Item':{'pk':{'S':'a'}},'ConditionExpression':'attribute_not_exists(pk)'";

    assertThat(client.error("PutItem", request + "}"))
        .isEqualTo("ConditionalCheckFailedException: The conditional request failed");
    assertThat(
            client.answer("PutItem", request + ",'ReturnValuesOnConditionCheckFailure':'ALL_OLD'}"))
        .contains("'Item':{'pk':{'S':'a'},'x':{'S':'1'}}");
    assertThat(get()).contains("'x':");
  }

  /** Each request has everything wrong that stands further down too. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {
        "'ReturnValues':'X','Item':{'pk':{}},'ConditionExpression':'a =','Expected':{'a':{}} | 1 validation error detected: Failed to satisfy constraint: Member must satisfy enum value set: [ALL_OLD",
        "'Item':{'pk':{}},'ConditionExpression':'a =','Expected':{'a':{}} | Supplied AttributeValue is empty",
        "'Item':{'pk':{'N':'x'}},'ConditionExpression':'a =','Expected':{'a':{}},'ExpressionAttributeNames':{} | 1 validation error detected: Can not use both",
        "'Item':{'pk':{'N':'x'}},'ExpressionAttributeNames':{},'ExpressionAttributeValues':{} | 1 validation error detected: ExpressionAttributeNames can only be specified",
        "'Item':{'pk':{'N':'x'}},'ExpressionAttributeValues':{},'ReturnValues':'ALL_NEW' | 1 validation error detected: ExpressionAttributeValues can only be specified",
        "'Item':{'pk':{'N':'x'}},'ConditionExpression':'a =','ExpressionAttributeNames':{},'ExpressionAttributeValues':{} | 1 validation error detected: ExpressionAttributeNames must not be empty",
        "'Item':{'pk':{'N':'x'}},'ConditionExpression':'a =','ExpressionAttributeNames':{'x':'y'},'ExpressionAttributeValues':{} | ExpressionAttributeNames contains invalid key",
        "'Item':{'pk':{'N':'x'}},'ConditionExpression':'a =','ExpressionAttributeNames':{'#x':'y'},'ExpressionAttributeValues':{} | 1 validation error detected: ExpressionAttributeValues must not be empty",
        "'Item':{'pk':{'N':'x'}},'ConditionExpression':'a =','ExpressionAttributeValues':{'x':{'S':'y'},':y':{}} | ExpressionAttributeValues contains invalid key",
        "'Item':{'pk':{'N':'x'}},'ConditionExpression':'a =','ExpressionAttributeNames':{'#x':'y'} | 1 validation error detected: Invalid ConditionExpression: Syntax error",
        "'Item':{'pk':{'N':'x'}},'ConditionExpression':'a = b','ExpressionAttributeNames':{'#x':'y'},'ExpressionAttributeValues':{':x':{'S':'y'}} | Value provided in ExpressionAttributeNames unused",
        "'Item':{'pk':{'N':'x'}},'ConditionExpression':'a = b','ExpressionAttributeValues':{':x':{'S':'y'}},'ReturnValues':'ALL_NEW' | Value provided in ExpressionAttributeValues unused",
        "'Item':{'pk':{'N':'x'}},'ReturnValues':'ALL_NEW','Expected':{'a':{}} | 1 validation error detected: ReturnValues can only be",
        "'Item':{'pk':{'N':'x'}},'Expected':{'a':{}} | 1 validation error detected: One or more parameter values were invalid: Value must be provided"
      })
  void reportsWhatIsCheckedFirst(String members, String start) {
    assertThat(invalid(MISSING + "," + members)).startsWith(start);
    assertThat(invalid("'TableName':'plain'," + members)).startsWith(start);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {
        "'pk':{'N':'1'},'g':{'N':'1'},'n':{'N':'x'} | 1 validation error detected: The parameter cannot be converted to a numeric value: x",
        "'pk':{'N':'1'},'sk':{'N':'1'},'g':{'N':'1'} | One or more parameter values were invalid: Type mismatch for key pk expected: S actual: N",
        "'pk':{'S':''},'g':{'N':'1'} | One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: pk",
        "'pk':{'S':'a'},'g':{'N':'1'} | One or more parameter values were invalid: Missing the key sk in the item",
        "'pk':{'S':'a'},'sk':{'N':'1'},'h':{'S':'x'},'g':{'N':'1'} | One or more parameter values were invalid: Type mismatch for Index Key g Expected: S Actual: N IndexName: gsi",
        "'pk':{'S':'a'},'sk':{'N':'1'},'g':{'S':''},'h':{'S':'x'} | One or more parameter values are not valid. A value specified for a secondary index key is not supported."
      })
  void checksKeysOfTheTableThenOfIndexesByName(String attributes, String start) {
    String request =
        "{'TableName':'indexed','Item':{"
            + attributes
            + "},'ConditionExpression':'attribute_exists(nothing)'}";

    assertThat(client.invalid("PutItem", request)).startsWith(start);
    assertThat(client.error("PutItem", request.replace("'indexed'", "'missing'")))
        .isEqualTo("ResourceNotFoundException: Requested resource not found");
  }
}
