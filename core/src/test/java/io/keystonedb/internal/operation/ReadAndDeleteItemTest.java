package io.keystonedb.internal.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** GetItem and DeleteItem: answers, and the order of checks. Observed. */
class ReadAndDeleteItemTest extends TablesForTest {
  private static final String KEY = "'Key':{'pk':{'S':'a'}}";

  private String read(String more) {
    return client.ok("GetItem", "{'TableName':'plain'," + KEY + more + "}");
  }

  @Test
  void anAbsentItemIsNoMemberAndAnEmptyProjectionAnEmptyItem() {
    assertThat(read("")).isEqualTo("{}");
    put("'x':{'S':'1'}");

    assertThat(read(",'ProjectionExpression':'nothing, x.y, z[0]'")).isEqualTo("{'Item':{}}");
    assertThat(read(",'AttributesToGet':['nothing']")).isEqualTo("{'Item':{}}");
    assertThat(read(",'AttributesToGet':['x','nothing']")).isEqualTo("{'Item':{'x':{'S':'1'}}}");
  }

  @Test
  void projectionsOfListsAreDenseInTheOrderOfTheList() {
    put("'l':{'L':[{'N':'0'},{'M':{'a':{'N':'1'},'b':{'N':'2'},'c':{'N':'3'}}},{'N':'4'}]}");

    assertThat(read(",'ProjectionExpression':'l[2], l[7], l[0]'"))
        .isEqualTo("{'Item':{'l':{'L':[{'N':'0'},{'N':'4'}]}}}");
    assertThat(read(",'ProjectionExpression':'l[1].c, l[1].a'"))
        .matches(".*'l':\\{'L':\\[\\{'M':\\{('[ac]':\\{'N':'[13]'\\},?){2}\\}\\}\\]\\}\\}\\}");
  }

  @Test
  void deleteReturnsTheOldItemOnRequestAndSucceedsWithoutOne() {
    put("'x':{'S':'1'}");
    String delete = "{'TableName':'plain'," + KEY + ",'ReturnValues':'ALL_OLD'}";

    assertThat(client.ok("DeleteItem", delete))
        .isEqualTo("{'Attributes':{'pk':{'S':'a'},'x':{'S':'1'}}}");
    assertThat(client.ok("DeleteItem", delete)).isEqualTo("{}");
    assertThat(
            client.error(
                "DeleteItem",
                "{'TableName':'plain'," + KEY + ",'ConditionExpression':'attribute_exists(pk)'}"))
        .isEqualTo("ConditionalCheckFailedException: The conditional request failed");
  }

  /** Each request has something wrong that is checked later as well. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {
        "GetItem | 'Key':{'pk':{}},'ProjectionExpression':'a,' | Supplied AttributeValue is empty",
        "GetItem | 'Key':{'pk':{'N':'x'}},'ProjectionExpression':'a,','AttributesToGet':['a'] | Can not use both expression and non-expression",
        "GetItem | 'Key':{'pk':{'N':'x'}},'AttributesToGet':['a','a'],'ExpressionAttributeNames':{} | ExpressionAttributeNames can only be specified when using expressions",
        "GetItem | 'Key':{'pk':{'N':'x'}},'ProjectionExpression':'a,','ExpressionAttributeNames':{} | ExpressionAttributeNames must not be empty",
        "GetItem | 'Key':{'pk':{'N':'x'}},'ProjectionExpression':'','ExpressionAttributeNames':{'#a':'b'} | Invalid ProjectionExpression: The expression can not be empty;",
        "GetItem | 'Key':{'pk':{'N':'x'}},'ProjectionExpression':'a, a','ExpressionAttributeNames':{'#a':'b'} | Invalid ProjectionExpression: Two document paths overlap",
        "GetItem | 'Key':{'pk':{'N':'x'}},'ProjectionExpression':'a','ExpressionAttributeNames':{'#a':'b'} | Value provided in ExpressionAttributeNames unused",
        "DeleteItem | 'Key':{'pk':{'SS':[]}},'ConditionExpression':'a =' | 1 validation error detected: One or more parameter values were invalid: An string set  may not be empty",
        "DeleteItem | 'Key':{'pk':{'N':'x'}},'ConditionExpression':'a =','ReturnValues':'ALL_NEW' | 1 validation error detected: Invalid ConditionExpression: Syntax error",
        "DeleteItem | 'Key':{'pk':{'N':'x'}},'ReturnValues':'ALL_NEW','Expected':{'a':{}} | 1 validation error detected: ReturnValues can only be ALL_OLD or NONE",
        "DeleteItem | 'Key':{'pk':{'N':'x'}},'Expected':{'a':{}} | 1 validation error detected: One or more parameter values were invalid: Value must be provided when Exists is null for Attribute: a"
      })
  void reportWhatIsCheckedFirst(String operation, String members, String start) {
    assertThat(client.invalid(operation, "{" + MISSING + "," + members + "}")).startsWith(start);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {
        "{} | The provided key element does not match the schema",
        "{'pk':{'S':'a'}} | The provided key element does not match the schema",
        "{'pk':{'S':''},'sk':{'S':'1'}} | The provided key element does not match the schema",
        "{'pk':{'S':'a'},'sk':{'N':'1'},'x':{'N':'1'}} | The provided key element does not match the schema",
        "{'pk':{'S':'a'},'sk':{'N':'x'}} | The parameter cannot be converted to a numeric value: x",
        "{'pk':{'S':''},'sk':{'N':'1'}} | One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: pk"
      })
  void keysAreCheckedOnceTheTableIsFound(String key, String text) {
    for (String operation : new String[] {"GetItem", "DeleteItem"}) {
      String request = "{'TableName':'sorted','Key':" + key + "}";
      boolean enveloped = operation.equals("DeleteItem") && text.startsWith("The parameter");
      assertThat(client.invalid(operation, request))
          .isEqualTo((enveloped ? "1 validation error detected: " : "") + text);
      assertThat(client.error(operation, request.replace("'sorted'", "'missing'")))
          .isEqualTo("ResourceNotFoundException: Requested resource not found");
    }
  }
}
