package io.keystonedb.internal.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys of tables and indexes in items and requests. Texts observed. */
class KeyRulesTest extends TablesForTest {
  private static final String NOT_VALID = "One or more parameter values are not valid. ";
  private static final String NO_MATCH = "The provided key element does not match the schema";

  private String put(String table, String item) {
    return client.invalid("PutItem", "{'TableName':'" + table + "','Item':{" + item + "}}");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {
        "'sk':{'N':'1'} | Missing the key pk in the item",
        "'pk':{'S':'a'} | Missing the key sk in the item",
        "'pk':{'N':'1'},'sk':{'N':'1'} | Type mismatch for key pk expected: S actual: N",
        "'pk':{'S':'a'},'sk':{'BOOL':true} | Type mismatch for key sk expected: N actual: BOOL"
      })
  void itemsHaveTheKeyInItsTypes(String item, String text) {
    assertThat(put("sorted", item)).isEqualTo(INVALID + text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'pk':{'S':'a'}}",
        "{'pk':{'S':'a'},'sk':{'N':'1'},'x':{'N':'1'}}",
        "{'pk':{'S':'a'},'x':{'N':'1'}}",
        "{'pk':{'N':'1'},'sk':{'N':'1'}}"
      })
  void lookUpsHaveExactlyTheKey(String key) {
    for (String operation : new String[] {"GetItem", "DeleteItem", "UpdateItem"}) {
      assertThat(client.invalid(operation, "{'TableName':'sorted','Key':" + key + "}"))
          .as(operation)
          .isEqualTo(NO_MATCH);
    }
    assertThat(client.invalid("BatchGetItem", "{'RequestItems':{'sorted':{'Keys':[" + key + "]}}}"))
        .isEqualTo(NO_MATCH);
    assertThat(
            client.invalid(
                "BatchWriteItem",
                "{'RequestItems':{'sorted':[{'DeleteRequest':{'Key':" + key + "}}]}}"))
        .isEqualTo(NO_MATCH);
  }

  @Test
  void batchesOfPutsWordWrongTypesAsLookUps() {
    assertThat(
            client.invalid(
                "BatchWriteItem",
                "{'RequestItems':{'plain':[{'PutRequest':{'Item':{'pk':{'N':'1'}}}}]}}"))
        .isEqualTo(NO_MATCH);
    assertThat(
            client.invalid(
                "BatchWriteItem",
                "{'RequestItems':{'plain':[{'PutRequest':{'Item':{'x':{'N':'1'}}}}]}}"))
        .isEqualTo(NO_MATCH);
  }

  @Test
  void keysAreNotEmpty() {
    String text =
        NOT_VALID
            + "The AttributeValue for a key attribute cannot contain an empty string value. Key: pk";

    assertThat(put("plain", "'pk':{'S':''}")).isEqualTo(text);
    assertThat(client.invalid("GetItem", "{'TableName':'plain','Key':{'pk':{'S':''}}}"))
        .isEqualTo(text);
    assertThat(client.invalid("UpdateItem", "{'TableName':'plain','Key':{'pk':{'S':''}}}"))
        .isEqualTo(text);
  }

  @Test
  void binaryKeysAreNotEmptyEither() {
    client.ok(
        "CreateTable",
        "{'TableName':'bin','BillingMode':'PAY_PER_REQUEST','AttributeDefinitions':[{'AttributeName':'b','AttributeType':'B'}],'KeySchema':[{'AttributeName':'b','KeyType':'HASH'}]}");

    assertThat(put("bin", "'b':{'B':''}"))
        .isEqualTo(
            NOT_VALID
                + "The AttributeValue for a key attribute cannot contain an empty binary value. Key: b");
  }

  private static final String KEY = "'pk':{'S':'a'},'sk':{'N':'1'}";

  @Test
  void keysOfIndexesHaveTheirTypesAndAreNotEmpty() {
    assertThat(put("indexed", KEY + ",'g':{'N':'1'}"))
        .isEqualTo(INVALID + "Type mismatch for Index Key g Expected: S Actual: N IndexName: gsi");
    assertThat(put("indexed", KEY + ",'h':{'S':'x'}"))
        .isEqualTo(
            INVALID + "Type mismatch for Index Key h Expected: N Actual: S IndexName: gsi-all");
    assertThat(put("indexed", KEY + ",'g':{'S':''}"))
        .isEqualTo(
            NOT_VALID
                + "A value specified for a secondary index key is not supported. The AttributeValue for a key attribute cannot contain an empty string value. IndexName: gsi, IndexKey: g");
  }

  private static String update(String value) {
    return "{'TableName':'indexed','Key':{"
        + KEY
        + "},'UpdateExpression':'SET g = :g','ExpressionAttributeValues':{':g':"
        + value
        + "}}";
  }

  @Test
  void updatesOfIndexKeysHaveTextsOfTheirOwn() {
    assertThat(client.invalid("UpdateItem", update("{'S':''}")))
        .isEqualTo(
            NOT_VALID
                + "The update expression attempted to update a secondary index key to a value that is not supported. The AttributeValue for a key attribute cannot contain an empty string value.");
    assertThat(client.invalid("UpdateItem", update("{'N':'1'}")))
        .isEqualTo(INVALID + "Type mismatch for Index Key g Expected: S Actual: N IndexName: gsi");
  }

  @Test
  void tableKeysAreReportedBeforeIndexKeys() {
    assertThat(put("indexed", "'pk':{'S':'a'},'g':{'N':'1'}"))
        .isEqualTo(INVALID + "Missing the key sk in the item");
  }

  @Test
  void noActionMayNameAKey() {
    for (String update :
        new String[] {"SET sk = :x", "REMOVE sk", "ADD sk :x", "DELETE sk :x", "SET sk = sk"}) {
      String values =
          update.contains(":x")
              ? ",'ExpressionAttributeValues':{':x':"
                  + (update.startsWith("DELETE") ? "{'SS':['1']}" : "{'N':'1'}")
                  + "}"
              : "";
      assertThat(
              client.invalid(
                  "UpdateItem",
                  "{'TableName':'sorted','Key':{"
                      + KEY
                      + "},'UpdateExpression':'"
                      + update
                      + "'"
                      + values
                      + "}"))
          .as(update)
          .isEqualTo(INVALID + "Cannot update attribute sk. This attribute is part of the key");
    }
  }

  @Test
  void pathsLeadIntoNoKey() {
    String get = "{'TableName':'indexed','Key':{" + KEY + "},'ProjectionExpression':'%s'}";
    String text =
        "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: ";

    assertThat(client.invalid("GetItem", get.formatted("pk.x"))).isEqualTo(text + "Key: pk");
    assertThat(client.invalid("GetItem", get.formatted("g[0]"))).isEqualTo(text + "IndexKey: g");
  }
}
