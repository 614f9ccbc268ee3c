package io.keystonedb.internal.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.testing.Databases;
import io.keystonedb.testing.JsonClient;
import io.keystonedb.testing.JsonTables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code ScanFilter}, {@code QueryFilter}, {@code KeyConditions} and {@code Expected}. Texts as
 * reported of the service; numbers and types of arguments from the reference of {@code Condition}.
 */
class LegacyConditionsTest {
  private static final String INVALID = "One or more parameter values were invalid: ";
  private static final String ENVELOPE = "1 validation error detected: ";

  @RegisterExtension private final Databases databases = new Databases();
  private JsonClient client;

  @BeforeEach
  void anItemOfEachKindOfAttribute() {
    client = JsonTables.create(new JsonClient(databases.open()));
    client.ok(
        "PutItem",
        "{'TableName':'sorted','Item':{'pk':{'S':'a'},'sk':{'N':'1'},'s':{'S':'hello'},'n':{'N':'5'},"
            + "'ss':{'SS':['x','y']},'l':{'L':[{'S':'x'}]},'nul':{'NULL':true},'a.b':{'S':'dot'}}}");
  }

  private String scan(String attribute, String operator, String arguments) {
    return "{'TableName':'sorted','Select':'COUNT','ScanFilter':"
        + filter(attribute, operator, arguments)
        + "}";
  }

  private static String filter(String attribute, String operator, String arguments) {
    String list = arguments == null ? "" : ",'AttributeValueList':[" + arguments + "]";
    return "{'" + attribute + "':{'ComparisonOperator':'" + operator + "'" + list + "}}";
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {
        "n | EQ | {'N':'5.0'}",
        "n | NE | {'N':'6'}",
        "n | NE | {'S':'5'}",
        "absent | NE | {'S':'5'}",
        "n | LT | {'N':'6'}",
        "n | LE | {'N':'5'}",
        "n | GT | {'N':'4'}",
        "n | GE | {'N':'5'}",
        "n | IN | {'N':'4'},{'N':'5'}",
        "n | BETWEEN | {'N':'5'},{'N':'6'}",
        "n | NOT_NULL |",
        "nul | NOT_NULL |",
        "absent | NULL |",
        "s | CONTAINS | {'S':'ell'}",
        "ss | CONTAINS | {'S':'x'}",
        "l | CONTAINS | {'S':'x'}",
        "s | NOT_CONTAINS | {'S':'xyz'}",
        "ss | NOT_CONTAINS | {'S':'z'}",
        "n | NOT_CONTAINS | {'S':'x'}",
        "s | BEGINS_WITH | {'S':'he'}",
        "ss | EQ | {'SS':['y','x']}",
        "a.b | EQ | {'S':'dot'}"
      })
  void operatorsHold(String attribute, String operator, String arguments) {
    assertThat(client.ok("Scan", scan(attribute, operator, arguments))).contains("'Count':1");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {
        "n | EQ | {'S':'5'}",
        "absent | EQ | {'S':'5'}",
        "n | NE | {'N':'5'}",
        "absent | LT | {'N':'6'}",
        "absent | IN | {'N':'6'}",
        "nul | NULL |",
        "absent | CONTAINS | {'S':'ell'}",
        "absent | NOT_CONTAINS | {'S':'ell'}",
        "s | NOT_CONTAINS | {'S':'ell'}"
      })
  void operatorsDoNotHold(String attribute, String operator, String arguments) {
    assertThat(client.ok("Scan", scan(attribute, operator, arguments))).contains("'Count':0");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {
        "EQ |",
        "EQ | {'S':'x'},{'S':'y'}",
        "IN |",
        "BETWEEN | {'S':'x'}",
        "BETWEEN | {'S':'x'},{'S':'y'},{'S':'z'}",
        "NULL | {'S':'x'}",
        "NOT_NULL | {'S':'x'}",
        "CONTAINS |",
        "BEGINS_WITH |"
      })
  void numbersOfArgumentsAreChecked(String operator, String arguments) {
    assertThat(client.invalid("Scan", scan("s", operator, arguments)))
        .isEqualTo(
            INVALID + "Invalid number of argument(s) for the " + operator + " ComparisonOperator");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {
        "LT | BOOL | {'BOOL':true}",
        "IN | SS | {'SS':['x']}",
        "BETWEEN | L | {'L':[]},{'L':[]}",
        "CONTAINS | M | {'M':{}}",
        "NOT_CONTAINS | NS | {'NS':['1']}",
        "BEGINS_WITH | N | {'N':'1'}"
      })
  void typesOfArgumentsAreChecked(String operator, String type, String arguments) {
    assertThat(client.invalid("Scan", scan("s", operator, arguments)))
        .isEqualTo(
            INVALID
                + "ComparisonOperator "
                + operator
                + " is not valid for "
                + type
                + " AttributeValue type");
  }

  @ParameterizedTest
  @ValueSource(strings = {"IN", "BETWEEN"})
  void argumentsAreOfOneType(String operator) {
    assertThat(client.invalid("Scan", scan("s", operator, "{'S':'1'},{'N':'1'}")))
        .isEqualTo(INVALID + "AttributeValues inside AttributeValueList must be of same type");
  }

  @Test
  void boundsAreInOrder() {
    assertThat(client.invalid("Scan", scan("s", "BETWEEN", "{'N':'2'},{'N':'1'}")))
        .isEqualTo(
            "The BETWEEN condition was provided a range where the lower bound is greater than the upper bound");
  }

  @Test
  void valuesAreCheckedBeforeNumbersOfArguments() {
    String twoWrong =
        "{'TableName':'missing','ScanFilter':{'a':{'ComparisonOperator':'EQ'},"
            + "'b':{'ComparisonOperator':'EQ','AttributeValueList':[{'SS':[]}]}}}";

    assertThat(client.invalid("Scan", twoWrong))
        .isEqualTo(INVALID + "An string set  may not be empty");
  }

  @Test
  void conditionalOperatorJoinsTwoOrMoreConditions() {
    String two = "{'n':{'ComparisonOperator':'NULL'},'s':{'ComparisonOperator':'NOT_NULL'}}";
    String scan = "{'TableName':'sorted','ScanFilter':" + two;

    assertThat(client.ok("Scan", scan + "}")).contains("'Count':0");
    assertThat(client.ok("Scan", scan + ",'ConditionalOperator':'AND'}")).contains("'Count':0");
    assertThat(client.ok("Scan", scan + ",'ConditionalOperator':'OR'}")).contains("'Count':1");
  }

  @Test
  void conditionalOperatorNeedsTwoConditions() {
    assertThat(client.invalid("Scan", "{'TableName':'sorted','ConditionalOperator':'OR'}"))
        .isEqualTo("ConditionalOperator cannot be used without Filter or Expected");
    assertThat(
            client.invalid(
                "Scan",
                "{'TableName':'sorted','ConditionalOperator':'OR','ScanFilter':"
                    + filter("n", "NULL", null)
                    + "}"))
        .isEqualTo(
            "ConditionalOperator can only be used when Filter or Expected has two or more elements");
  }

  private static String put(String expected) {
    return "{'TableName':'sorted','Item':{'pk':{'S':'a'},'sk':{'N':'1'}},'Expected':{'n':"
        + expected
        + "}}";
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {
        "{'Exists':true,'ComparisonOperator':'NULL'} | Exists and ComparisonOperator cannot be used together",
        "{'Value':{'N':'5'},'AttributeValueList':[{'N':'5'}]} | Value and AttributeValueList cannot be used together",
        "{'AttributeValueList':[{'N':'5'}]} | AttributeValueList can only be used with a ComparisonOperator",
        "{'ComparisonOperator':'EQ'} | Value or AttributeValueList must be used with ComparisonOperator: EQ",
        "{'Exists':true} | Value must be provided when Exists is true",
        "{} | Value must be provided when Exists is null",
        "{'Exists':false,'Value':{'N':'5'}} | Value cannot be used when Exists is false"
      })
  void formsOfExpectedAreCheckedAndEnveloped(String expected, String text) {
    String whole = INVALID + text + " for Attribute: n";

    assertThat(client.invalid("PutItem", put(expected))).isEqualTo(ENVELOPE + whole);
    assertThat(client.invalid("UpdateItem", put(expected).replace("'Item'", "'Key'")))
        .isEqualTo(ENVELOPE + whole);
    assertThat(client.invalid("DeleteItem", put(expected).replace("'Item'", "'Key'")))
        .isEqualTo(ENVELOPE + whole);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'Value':{'N':'5'}}",
        "{'Exists':true,'Value':{'N':'5'}}",
        "{'ComparisonOperator':'GT','Value':{'N':'4'}}",
        "{'ComparisonOperator':'GT','AttributeValueList':[{'N':'4'}]}",
        "{'ComparisonOperator':'NOT_NULL'}"
      })
  void expectationsThatAreMetLetTheWriteThrough(String expected) {
    client.ok("PutItem", put(expected));

    assertThat(client.ok("Scan", "{'TableName':'sorted'}")).doesNotContain("hello");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'Value':{'N':'6'}}",
        "{'Exists':false}",
        "{'ComparisonOperator':'NULL'}",
        "{'ComparisonOperator':'IN','AttributeValueList':[{'N':'4'}]}"
      })
  void expectationsThatAreNotMetRefuseTheWrite(String expected) {
    assertThat(client.error("PutItem", put(expected)))
        .isEqualTo("ConditionalCheckFailedException: The conditional request failed");
    assertThat(client.ok("Scan", "{'TableName':'sorted'}")).contains("hello");
  }

  @Test
  void expectedIsCheckedAfterReturnValuesAndBeforeTheTable() {
    String put = "{'TableName':'missing','Item':{'pk':{'S':'a'}},'Expected':{'n':{}}";

    assertThat(client.invalid("PutItem", put + ",'ReturnValues':'ALL_NEW'}"))
        .isEqualTo(ENVELOPE + "ReturnValues can only be ALL_OLD or NONE");
    assertThat(client.invalid("PutItem", put + "}")).contains("Exists is null");
  }
}
