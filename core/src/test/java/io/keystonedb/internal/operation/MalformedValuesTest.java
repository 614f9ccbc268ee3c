package io.keystonedb.internal.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Attribute values that are none, wherever they stand. Texts observed in 2026. */
class MalformedValuesTest extends TablesForTest {
  private static final String EMPTY =
      "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes";
  private static final String SEVERAL =
      "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes";
  private static final String TOO_DEEP =
      "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit";

  private String put(String table, String value) {
    return client.invalid(
        "PutItem", "{'TableName':'" + table + "','Item':{'pk':{'S':'a'},'x':" + value + "}}");
  }

  private String value(String operation, String value) {
    return client.invalid(
        operation,
        "{'TableName':'plain','Key':{'pk':{'S':'a'}},'Item':{'pk':{'S':'a'}},"
            + "'ConditionExpression':'x = :x','ExpressionAttributeValues':{':x':"
            + value
            + "}}");
  }

  private String filter(String value) {
    return client.invalid(
        "Scan",
        "{'TableName':'missing','FilterExpression':'x = :x','ExpressionAttributeValues':{':x':"
            + value
            + "}}");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {"{} | " + EMPTY, "{'X':'y'} | " + EMPTY, "{'S':'x','N':'1'} | " + SEVERAL})
  void valuesWithoutOneDatatypeAreBareInItemsAndWrappedInExpressionValues(
      String value, String text) {
    assertThat(put("plain", value)).isEqualTo(text);
    String wrapped = "ExpressionAttributeValues contains invalid value: " + text + " for key :x";
    assertThat(value("PutItem", value)).isEqualTo(wrapped);
    assertThat(value("UpdateItem", value)).isEqualTo(wrapped);
    assertThat(value("DeleteItem", value)).isEqualTo(wrapped);
    assertThat(filter(value)).isEqualTo(wrapped);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {
        "{'S':'x','N':'one'} | The parameter cannot be converted to a numeric value: one",
        "{'N':'one'} | The parameter cannot be converted to a numeric value: one",
        "{'N':'1234567890123456789012345678901234567891'} | Attempting to store more than 38 significant digits in a Number",
        "{'N':'1E126'} | Number overflow. Attempting to store a number with magnitude larger than supported range",
        "{'N':'-1E126'} | Number overflow. Attempting to store a number with magnitude larger than supported range",
        "{'N':'1E-131'} | Number underflow. Attempting to store a number with magnitude smaller than supported range"
      })
  void numbersAreEnvelopedInSingleWritesAndWrappedInFilters(String value, String text) {
    assertEnveloped(value, text);
    assertThat(filter(value)).isEqualTo(wrapped(text));
  }

  private void assertEnveloped(String value, String text) {
    assertThat(put("plain", value)).isEqualTo(ENVELOPE + text);
    assertThat(value("PutItem", value)).isEqualTo(ENVELOPE + text);
    assertThat(value("UpdateItem", value)).isEqualTo(ENVELOPE + text);
    assertThat(value("DeleteItem", value)).isEqualTo(ENVELOPE + text);
  }

  private static String wrapped(String text) {
    return "ExpressionAttributeValues contains invalid value: " + text + " for key :x";
  }

  @Test
  void emptyNumbersHaveNothingBehindTheColonOrNoColon() {
    String text = "The parameter cannot be converted to a numeric value";

    assertEnveloped("{'N':''}", text + ": ");
    assertThat(filter("{'N':''}")).isEqualTo(wrapped(text));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {
        "{'SS':[]} | One or more parameter values were invalid: An string set  may not be empty",
        "{'NS':[]} | One or more parameter values were invalid: An number set  may not be empty",
        "{'BS':[]} | One or more parameter values were invalid: Binary sets should not be empty"
      })
  void emptySetsAreEnvelopedInSingleWritesAndWrappedInFilters(String value, String text) {
    assertEnveloped(value, text);
    assertThat(put("missing", value)).isEqualTo(ENVELOPE + text);
    assertThat(filter(value)).isEqualTo(wrapped(text));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {
        "{'SS':['b','a','b','c']} | collection ['a', 'b', 'b', 'c'] contains duplicates. | One or more parameter values were invalid: Input collection [b, a, b, c] contains duplicates.",
        "{'BS':['/w==','AA==','AA==']} | collection ['AA==','/w==','AA==']of type BS contains duplicates. | One or more parameter values were invalid: Input collection [/w==, AA==, AA==]of type BS contains duplicates.",
        "{'NS':['1','1.0']} | collection contains duplicates. | Input collection contains duplicates"
      })
  void theLayersShowSetsWithARepeatInDifferentWays(String value, String current, String older) {
    assertEnveloped(value, INVALID + "Input " + current);
    assertThat(filter(value)).isEqualTo(wrapped(older));
  }

  @Test
  void nullIsTrue() {
    String text = INVALID + "Null attribute value types must have the value of true";

    assertThat(put("missing", "{'NULL':false}")).isEqualTo(ENVELOPE + text);
    assertThat(value("UpdateItem", "{'NULL':false}")).isEqualTo(ENVELOPE + text);
    assertThat(value("DeleteItem", "{'NULL':false}")).isEqualTo(ENVELOPE + text);
    assertThat(filter("{'NULL':false}")).isEqualTo(text);
  }

  @Test
  void nestingGoesThirtyOneListsDeep() {
    put("'x':" + nested(31));

    assertThat(put("plain", nested(32))).isEqualTo(TOO_DEEP);
    assertThat(value("PutItem", nested(32))).isEqualTo(TOO_DEEP);
    assertThat(filter(nested(32))).isEqualTo(TOO_DEEP);
  }

  private static String nested(int lists) {
    return "{'L':[".repeat(lists) + "{'S':'x'}" + "]}".repeat(lists);
  }

  @Test
  void formIsCheckedBeforeTheTableAndNumbersAndNestingAfterIt() {
    assertThat(put("missing", "{}")).isEqualTo(EMPTY);
    for (String late : new String[] {"{'N':'one'}", nested(32)}) {
      String put = "{'TableName':'missing','Item':{'pk':{'S':'a'},'x':" + late + "}}";
      assertThat(client.error("PutItem", put))
          .isEqualTo("ResourceNotFoundException: Requested resource not found");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Query", "Scan"})
  void startKeysHaveAPrefix(String operation) {
    String request =
        "{'TableName':'missing','KeyConditions':{},'ExclusiveStartKey':{'pk':{}}}"
            .replace(operation.equals("Scan") ? "'KeyConditions':{}," : "", "");

    assertThat(client.invalid(operation, request))
        .isEqualTo("The provided starting key is invalid: " + EMPTY);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {
        "{'NS':[]} | One or more parameter values were invalid: An number set  may not be empty",
        "{'SS':['a','a']} | One or more parameter values were invalid: Input collection [a, a] contains duplicates.",
        "{'NS':['1','1']} | Input collection contains duplicates",
        "{'SS':[]} | The provided starting key is invalid: One or more parameter values were invalid: An string set  may not be empty",
        "{'S':''} | The provided starting key is invalid: One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: pk"
      })
  void someErrorsOfStartKeysHaveNoPrefix(String value, String text) {
    String scan = "{'TableName':'plain','ExclusiveStartKey':{'pk':" + value + "}}";

    assertThat(client.invalid("Scan", scan)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"':v':{'SS':[]}", "'x':{'S':'x'}"})
  void allPlaceholdersAreCheckedBeforeAnyValue(String other) {
    String scan =
        "{'TableName':'missing','FilterExpression':'a = :v','ExpressionAttributeValues':{'k':{'S':'x'},"
            + other
            + ",':w':{}}}";

    assertThat(client.invalid("Scan", scan))
        .isEqualTo("ExpressionAttributeValues contains invalid key: Syntax error; key: 'k'");
  }

  @Test
  void legacyFiltersAreBare() {
    String scan =
        "{'TableName':'missing','ScanFilter':{'a':{'ComparisonOperator':'EQ','AttributeValueList':[{}]}}}";

    assertThat(client.invalid("Scan", scan)).isEqualTo(EMPTY);
  }

  @Test
  void emptyTextsBinariesListsAndMapsAreFineOutsideKeys() {
    put("'s':{'S':''},'b':{'B':''},'l':{'L':[]},'m':{'M':{}},'ss':{'SS':['']}");

    assertThat(get())
        .isEqualTo(
            "{'Item':{'pk':{'S':'a'},'s':{'S':''},'b':{'B':''},'l':{'L':[]},'m':{'M':{}},'ss':{'SS':['']}}}");
  }
}
