package io.keystonedb.internal.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Attributes have names of one character to 64 KB (documented under naming rules), which is checked
 * before the table is looked up. The text about empty names is DynamoDB Local's, the other was
 * observed in 2026.
 */
class AttributeNamesTest extends TablesForTest {
  private static final String EMPTY = "Empty attribute name";
  private static final String TOO_LONG =
      "Attribute name is too large, must be less than 65536 bytes";

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {
        "PutItem | 'Item':{'pk':{'S':'a'},'':{'S':'x'}}",
        "PutItem | 'Item':{'pk':{'S':'a'},'m':{'M':{'':{'S':'x'}}}}",
        "PutItem | 'Item':{'pk':{'S':'a'},'l':{'L':[{'M':{'':{'S':'x'}}}]}}",
        "PutItem | 'Item':{'pk':{'S':'a'}},'Expected':{'':{'Exists':false}}",
        "GetItem | 'Key':{'':{'S':'a'}}",
        "GetItem | 'Key':{'pk':{'S':'a'}},'AttributesToGet':['x','']",
        "DeleteItem | 'Key':{'':{'S':'a'}}",
        "UpdateItem | 'Key':{'pk':{'S':'a'}},'AttributeUpdates':{'':{'Action':'DELETE'}}",
        "Scan | 'ScanFilter':{'':{'ComparisonOperator':'NULL'}}",
        "Query | 'KeyConditions':{'':{'ComparisonOperator':'EQ','AttributeValueList':[{'S':'x'}]}}"
      })
  void areRefusedIfEmptyWhereverTheyStand(String operation, String members) {
    assertThat(client.invalid(operation, "{" + MISSING + "," + members + "}")).isEqualTo(EMPTY);
  }

  @Test
  void areWrappedIfEmptyInStartKeysAndExpressionValues() {
    assertThat(client.invalid("Scan", "{" + MISSING + ",'ExclusiveStartKey':{'':{'S':'a'}}}"))
        .isEqualTo("The provided starting key is invalid: " + EMPTY);
    assertThat(
            client.invalid(
                "Scan",
                "{"
                    + MISSING
                    + ",'FilterExpression':'a = :v','ExpressionAttributeValues':{':v':{'M':{'':{'S':'x'}}}}}"))
        .isEqualTo("ExpressionAttributeValues contains invalid value: " + EMPTY + " for key :v");
  }

  @Test
  void ofPlaceholdersHaveATextOfTheirOwn() {
    String request =
        "{" + MISSING + ",'FilterExpression':'a = :v','ExpressionAttributeValues':{'':{'S':'x'}}}";

    assertThat(client.invalid("Scan", request))
        .isEqualTo(
            "ExpressionAttributeValues contains invalid key: The expression attribute map contains an empty key;");
  }

  /** In each request {@code NAME} is the long name. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {
        "PutItem | 'Item':{'pk':{'S':'a'},'NAME':{'S':'x'}}",
        "PutItem | 'Item':{'pk':{'S':'a'},'m':{'M':{'NAME':{'S':'x'}}}}",
        "PutItem | 'Item':{'pk':{'S':'a'}},'Expected':{'NAME':{'Exists':false}}",
        "PutItem | 'Item':{'pk':{'S':'a'}},'ConditionExpression':'#n = a','ExpressionAttributeNames':{'#n':'NAME'}",
        "UpdateItem | 'Key':{'pk':{'S':'a'}},'UpdateExpression':'SET #n = a','ExpressionAttributeNames':{'#n':'NAME'}",
        "UpdateItem | 'Key':{'pk':{'S':'a'}},'UpdateExpression':'SET a = :v','ExpressionAttributeValues':{':v':{'M':{'NAME':{'S':'x'}}}}",
        "UpdateItem | 'Key':{'pk':{'S':'a'}},'AttributeUpdates':{'NAME':{'Action':'DELETE'}}",
        "UpdateItem | 'Key':{'NAME':{'S':'a'}}",
        "GetItem | 'Key':{'NAME':{'S':'a'}}",
        "DeleteItem | 'Key':{'pk':{'S':'a'}},'Expected':{'NAME':{'Exists':false}}",
        "Scan | 'ScanFilter':{'NAME':{'ComparisonOperator':'NULL'}}"
      })
  void areRefusedIfTooLongWhereverTheyStand(String operation, String members) {
    String request = "{" + MISSING + "," + members + "}";
    boolean enveloped = List.of("PutItem", "UpdateItem", "DeleteItem").contains(operation);

    assertThat(client.invalid(operation, request.replace("NAME", "n".repeat(65_536))))
        .isEqualTo((enveloped ? ENVELOPE : "") + TOO_LONG);
    assertThat(client.error(operation, request.replace("NAME", "é".repeat(32_767))))
        .startsWith("ResourceNotFoundException");
  }

  @Test
  void areWrappedIfTooLongInExpressionsOfOtherOperations() {
    String name = "é".repeat(32_768);
    String filter = "{" + MISSING + ",'FilterExpression':'%s',%s}";

    assertThat(
            client.invalid(
                "Scan",
                filter.formatted(
                    "a = :v", "'ExpressionAttributeValues':{':v':{'M':{'" + name + "':{}}}}")))
        .isEqualTo("ExpressionAttributeValues contains invalid value: " + TOO_LONG + " for key :v");
    assertThat(
            client.invalid(
                "Scan",
                filter.formatted("a = #n", "'ExpressionAttributeNames':{'#n':'" + name + "'}")))
        .isEqualTo("ExpressionAttributeNames contains invalid value: " + TOO_LONG + " for key #n");
  }
}
