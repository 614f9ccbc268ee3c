package io.keystonedb.internal.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * UpdateItem: what updates do, and what their answers show.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.UpdateExpressions.html">Update
 *     expressions</a>
 */
class UpdateItemTest extends TablesForTest {

  @BeforeEach
  void anItem() {
    put(
        "'n':{'N':'5'},'s':{'S':'x'},'l':{'L':[{'S':'a'},{'S':'b'},{'S':'c'}]},'m':{'M':{'x':{'N':'1'},'y':{'N':'2'}}},'ss':{'SS':['a','b']}");
  }

  private static String update(String expression, String more) {
    StringBuilder values = new StringBuilder();
    for (String value :
        new String[] {
          "':n':{'N':'3'}",
          "':s':{'S':'z'}",
          "':set':{'SS':['b']}",
          "':all':{'SS':['a','b']}",
          "':list':{'L':[{'S':'z'}]}"
        }) {
      if (expression.matches(".*" + value.substring(1, value.indexOf('\'', 1)) + "\\b.*")) {
        values.append(values.isEmpty() ? "" : ",").append(value);
      }
    }
    return "{'TableName':'plain','Key':{'pk':{'S':'a'}},'UpdateExpression':'"
        + expression
        + "'"
        + (values.isEmpty() ? "" : ",'ExpressionAttributeValues':{" + values + "}")
        + more
        + "}";
  }

  private String updated(String expression, String returnValues) {
    return client.ok("UpdateItem", update(expression, ",'ReturnValues':'" + returnValues + "'"));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {
        "SET n = n + :n | {'n':{'N':'8'}}",
        "SET n = :n - n | {'n':{'N':'-2'}}",
        "SET n = (n - :n) | {'n':{'N':'2'}}",
        "SET s = :s, t = s | {'s':{'S':'z'},'t':{'S':'x'}}",
        "SET t = if_not_exists(t, :s) | {'t':{'S':'z'}}",
        "SET t = if_not_exists(s, :s) | {'t':{'S':'x'}}",
        "SET l = list_append(:list, l) | {'l':{'L':[{'S':'z'},{'S':'a'},{'S':'b'},{'S':'c'}]}}",
        "SET l[1] = :s | {'l':{'L':[{'S':'z'}]}}",
        "SET m.x = :s | {'m':{'M':{'x':{'S':'z'}}}}",
        "SET m.z = m.x | {'m':{'M':{'z':{'N':'1'}}}}",
        "ADD n :n | {'n':{'N':'8'}}",
        "ADD fresh :n | {'fresh':{'N':'3'}}",
        "ADD newset :set | {'newset':{'SS':['b']}}",
        "ADD ss :set | {'ss':{'SS':['a','b']}}",
        "DELETE ss :set | {'ss':{'SS':['a']}}"
      })
  void updatedNewShowsWhatWasAddressed(String expression, String attributes) {
    assertThat(updated(expression, "UPDATED_NEW")).isEqualTo("{'Attributes':" + attributes + "}");
  }

  @ParameterizedTest
  @CsvSource({"REMOVE s", "REMOVE absent", "DELETE ss :all", "DELETE absent :set"})
  void updatedNewShowsNothingOfWhatWasTakenAway(String expression) {
    assertThat(updated(expression, "UPDATED_NEW")).isEqualTo("{}");
  }

  @Test
  void updatedOldShowsWhatStoodThere() {
    assertThat(updated("SET m.x = :s, t = :s REMOVE n", "UPDATED_OLD"))
        .isEqualTo("{'Attributes':{'m':{'M':{'x':{'N':'1'}}},'n':{'N':'5'}}}");
  }

  @Test
  void settingBehindTheEndOfAListAppendsWithoutGaps() {
    assertThat(updated("SET l[9] = :s", "ALL_NEW")).contains("{'S':'c'},{'S':'z'}]");
  }

  @Test
  void removingElementsOfAListMeansPositionsBefore() {
    assertThat(updated("REMOVE l[0], l[1]", "ALL_NEW")).contains("'l':{'L':[{'S':'c'}]}");
  }

  @Test
  void absentItemsAreCreatedWithTheirKey() {
    String other =
        update("SET x = :s", ",'ReturnValues':'ALL_NEW'").replace("{'S':'a'}", "{'S':'new'}");

    assertThat(client.ok("UpdateItem", other))
        .isEqualTo("{'Attributes':{'pk':{'S':'new'},'x':{'S':'z'}}}");
    assertThat(
            client.ok(
                "UpdateItem",
                "{'TableName':'plain','Key':{'pk':{'S':'bare'}},'ReturnValues':'ALL_NEW'}"))
        .isEqualTo("{'Attributes':{'pk':{'S':'bare'}}}");
    assertThat(
            client.ok(
                "UpdateItem", other.replace("ALL_NEW", "ALL_OLD").replace("'new'", "'third'")))
        .isEqualTo("{}");
  }

  @Test
  void removingFromAnAbsentItemCreatesNone() {
    client.ok("UpdateItem", update("REMOVE x", "").replace("{'S':'a'}", "{'S':'new'}"));

    assertThat(client.ok("Scan", "{'TableName':'plain','Select':'COUNT'}")).contains("'Count':1,");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {
        "SET absent.x = :s | The document path provided in the update expression is invalid for update",
        "SET s.x = :s | The document path provided in the update expression is invalid for update",
        "SET m[0] = :s | The document path provided in the update expression is invalid for update",
        "REMOVE absent.x | The document path provided in the update expression is invalid for update",
        "SET t = absent | The provided expression refers to an attribute that does not exist in the item",
        "SET t = absent + :n | The provided expression refers to an attribute that does not exist in the item",
        "SET t = s + :n | An operand in the update expression has an incorrect data type",
        "SET t = list_append(s, :list) | An operand in the update expression has an incorrect data type",
        "ADD s :n | An operand in the update expression has an incorrect data type",
        "ADD ss :n | An operand in the update expression has an incorrect data type",
        "DELETE s :set | An operand in the update expression has an incorrect data type"
      })
  void whatDoesNotFitTheItemIsBare(String expression, String text) {
    assertThat(client.invalid("UpdateItem", update(expression, ""))).isEqualTo(text);
  }

  @Test
  void conditionsAreEvaluatedBeforeTheUpdate() {
    String failing = update("SET t = absent", ",'ConditionExpression':'attribute_exists(absent)'");

    assertThat(client.error("UpdateItem", failing))
        .isEqualTo("ConditionalCheckFailedException: The conditional request failed");
  }

  @Test
  void failedConditionsShowTheItemOnRequest() {
    String failing =
        update(
            "SET t = :s",
            ",'ConditionExpression':'attribute_exists(absent)','ReturnValuesOnConditionCheckFailure':'ALL_OLD'");

    assertThat(client.error("UpdateItem", failing))
        .startsWith(
            "ConditionalCheckFailedException: The conditional request failed','Item':{'pk':{'S':'a'},");
    assertThat(client.error("UpdateItem", failing.replace("{'S':'a'}", "{'S':'nobody'}")))
        .isEqualTo("ConditionalCheckFailedException: The conditional request failed");
  }

  @Test
  void sectionsAreGivenOnce() {
    assertThat(client.invalid("UpdateItem", update("SET a = :s SET b = :s", "")))
        .isEqualTo(
            ENVELOPE
                + "Invalid UpdateExpression: The 'SET' section can only be used once in an update expression;");
  }
}
