package io.keystonedb.internal.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Which errors of operations carry {@code 1 validation error detected: } in front. PutItem,
 * UpdateItem and DeleteItem do so since 2026, family by family; the others do not (observed).
 */
class EnvelopeTest extends TablesForTest {

  private static String request(String condition, String more) {
    return "{'TableName':'missing','Key':{'pk':{'S':'a'}},'Item':{'pk':{'S':'a'}},'ConditionExpression':'"
        + condition
        + "'"
        + more
        + "}";
  }

  private static final String VALUES =
      ",'ExpressionAttributeValues':{':a':{'S':'a'},':n':{'N':'2'},':o':{'N':'1'},':t':{'BOOL':true}}";

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {
        "a = | Syntax error; token: '<EOF>', near: '='",
        "status = :a | Attribute name is a reserved keyword; reserved keyword: status",
        "#x = :a | An expression attribute name used in the document path is not defined; attribute name: #x",
        "x = :x | An expression attribute value used in expression is not defined; attribute value: :x",
        "foo(x) | Invalid function name; function: foo",
        "if_not_exists(x, :a) | The function is not allowed in a condition expression; function: if_not_exists",
        "size(x) | The function is not allowed to be used this way in an expression; function: size",
        "attribute_exists(x, y) | Incorrect number of operands for operator or function; operator or function: attribute_exists, number of operands: 2",
        "attribute_exists(:a) | Operator or function requires a document path; operator or function: attribute_exists",
        "begins_with(x, :n) | Incorrect operand type for operator or function; operator or function: begins_with, operand type: N",
        "x < :t | Incorrect operand type for operator or function; operator or function: <, operand type: BOOL",
        "x = x | The first operand must be distinct from the remaining operands for this operator or function; operator: =, first operand: [x]",
        "contains(x.y[1], x.y[1]) | The first operand must be distinct from the remaining operands for this operator or function; operator: contains, first operand: [x, y, [1]]",
        "((x = :a)) | The expression has redundant parentheses;",
        "x BETWEEN :n AND :a | The BETWEEN operator requires same data type for lower and upper bounds; lower bound operand: AttributeValue: {N:2}, upper bound operand: AttributeValue: {S:a}",
        "x BETWEEN :n AND :o | The BETWEEN operator requires upper bound to be greater than or equal to lower bound; lower bound operand: AttributeValue: {N:2}, upper bound operand: AttributeValue: {N:1}",
        "attribute_type(x, :a) | Invalid attribute type name found; type: a, valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}"
      })
  void errorsOfExpressionsAreEnveloped(String condition, String text) {
    String json = request(condition, VALUES);
    String whole = "Invalid ConditionExpression: " + text;

    assertThat(client.invalid("PutItem", json)).isEqualTo(ENVELOPE + whole);
    assertThat(client.invalid("UpdateItem", json)).isEqualTo(ENVELOPE + whole);
    assertThat(client.invalid("DeleteItem", json)).isEqualTo(ENVELOPE + whole);
  }

  @Test
  void tooLongExpressionsAreEnvelopedToo() {
    String json = request("x".repeat(4097), "");
    String text =
        "Invalid ConditionExpression: Expression size has exceeded the maximum allowed size; expression size: 4097";

    assertThat(client.invalid("PutItem", json)).isEqualTo(ENVELOPE + text);
    assertThat(client.invalid("DeleteItem", json)).isEqualTo(ENVELOPE + text);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {
        "'ConditionExpression':'' | Invalid ConditionExpression: The expression can not be empty;",
        "'ExpressionAttributeNames':{'#a':'a'} | ExpressionAttributeNames can only be specified when using expressions",
        "'ExpressionAttributeValues':{':a':{'S':'a'}} | ExpressionAttributeValues can only be specified when using expressions",
        "'ConditionExpression':'a = b','ExpressionAttributeNames':{} | ExpressionAttributeNames must not be empty",
        "'ConditionExpression':'a = b','ExpressionAttributeValues':{} | ExpressionAttributeValues must not be empty"
      })
  void missingPartsAreEnveloped(String parameters, String text) {
    String json =
        "{'TableName':'missing','Key':{'pk':{'S':'a'}},'Item':{'pk':{'S':'a'}}," + parameters + "}";

    assertThat(client.invalid("PutItem", json)).isEqualTo(ENVELOPE + text);
    assertThat(client.invalid("UpdateItem", json)).isEqualTo(ENVELOPE + text);
    assertThat(client.invalid("DeleteItem", json)).isEqualTo(ENVELOPE + text);
  }

  @Test
  void aRegionWithTheOlderLayerHasNoEnvelope() {
    database.dials().validationOf("eu-south-2");
    String json = request("a =", "");
    String text = "Invalid ConditionExpression: Syntax error; token: '<EOF>', near: '='";

    assertThat(client.invalid("PutItem", json)).isEqualTo(text);
    assertThat(client.invalid("UpdateItem", json)).isEqualTo(text);
    assertThat(client.invalid("DeleteItem", json)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {
        "SET a = :a, a.b = :n | Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a], path two: [a, b]",
        "SET a.b = :a, a[0] = :n | Two document paths conflict with each other; must remove or rewrite one of these paths; path one: [a, b], path two: [a, [0]]",
        "ADD a :a | Incorrect operand type for operator or function; operator: ADD, operand type: STRING, typeSet: ALLOWED_FOR_ADD_OPERAND",
        "DELETE a :n | Incorrect operand type for operator or function; operator: DELETE, operand type: NUMBER, typeSet: ALLOWED_FOR_DELETE_OPERAND",
        "SET a = list_append(b, :n) | Incorrect operand type for operator or function; operator or function: list_append, operand type: N",
        "SET a = attribute_exists(b) | The function is not allowed in an update expression; function: attribute_exists"
      })
  void errorsOfUpdatesAreEnveloped(String update, String text) {
    String values = "";
    for (String value : new String[] {":a':{'S':'a'}", ":n':{'N':'1'}"}) {
      if (update.contains(value.substring(0, 2))) {
        values += (values.isEmpty() ? "'" : ",'") + value;
      }
    }
    String json =
        "{'TableName':'missing','Key':{'pk':{'S':'a'}},'UpdateExpression':'"
            + update
            + "'"
            + (values.isEmpty() ? "" : ",'ExpressionAttributeValues':{" + values + "}")
            + "}";

    assertThat(client.invalid("UpdateItem", json))
        .isEqualTo(ENVELOPE + "Invalid UpdateExpression: " + text);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {
        "'ConditionExpression':'a = b','ExpressionAttributeNames':{'a':'a'} | ExpressionAttributeNames contains invalid key: Syntax error; key: 'a'",
        "'ConditionExpression':'a = b','ExpressionAttributeValues':{'a':{'S':'a'}} | ExpressionAttributeValues contains invalid key: Syntax error; key: 'a'",
        "'ConditionExpression':'a = b','ExpressionAttributeNames':{'#b':'b','#a':'a'} | Value provided in ExpressionAttributeNames unused in expressions: keys: {#b, #a}",
        "'ConditionExpression':'a = b','ExpressionAttributeValues':{':a':{'S':'a'}} | Value provided in ExpressionAttributeValues unused in expressions: keys: {:a}"
      })
  void errorsOfParametersAreBare(String parameters, String text) {
    String json =
        "{'TableName':'missing','Key':{'pk':{'S':'a'}},'Item':{'pk':{'S':'a'}}," + parameters + "}";

    assertThat(client.invalid("PutItem", json)).isEqualTo(text);
    assertThat(client.invalid("UpdateItem", json)).isEqualTo(text);
    assertThat(client.invalid("DeleteItem", json)).isEqualTo(text);
  }

  @Test
  void aQueryNamesTheExpressionsThatAreAbsent() {
    assertThat(
            client.invalid(
                "Query", "{'TableName':'missing','ExpressionAttributeValues':{':a':{'S':'a'}}}"))
        .isEqualTo(
            "ExpressionAttributeValues can only be specified when using expressions: FilterExpression is null and KeyConditionExpression is null");
  }

  @Test
  void unsupportedReturnValuesAreEnveloped() {
    String json = request("a = b", ",'ReturnValues':'ALL_NEW'");

    assertThat(client.invalid("PutItem", json))
        .isEqualTo(ENVELOPE + "ReturnValues can only be ALL_OLD or NONE");
    assertThat(client.invalid("DeleteItem", json))
        .isEqualTo(ENVELOPE + "ReturnValues can only be ALL_OLD or NONE");
  }
}
