package io.keystonedb.internal.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Attributes have names of at least one character (documented under naming rules), which is checked
 * before the table is looked up. The text is DynamoDB Local's.
 */
class EmptyNamesTest extends TablesForTest {
  private static final String TEXT = "Empty attribute name";

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
  void areRefusedWhereverTheyStand(String operation, String members) {
    assertThat(client.invalid(operation, "{" + MISSING + "," + members + "}")).isEqualTo(TEXT);
  }

  @Test
  void areWrappedInStartKeysAndExpressionValues() {
    assertThat(client.invalid("Scan", "{" + MISSING + ",'ExclusiveStartKey':{'':{'S':'a'}}}"))
        .isEqualTo("The provided starting key is invalid: " + TEXT);
    assertThat(
            client.invalid(
                "Scan",
                "{"
                    + MISSING
                    + ",'FilterExpression':'a = :v','ExpressionAttributeValues':{':v':{'M':{'':{'S':'x'}}}}}"))
        .isEqualTo("ExpressionAttributeValues contains invalid value: " + TEXT + " for key :v");
  }

  @Test
  void areAsBadAsNamesOfMoreThan65535Bytes() {
    String request = "{" + MISSING + ",'Item':{'pk':{'S':'a'},'%s':{'S':'x'}}}";

    assertThat(client.error("PutItem", request.formatted("x".repeat(65_535))))
        .startsWith("ResourceNotFoundException");
    assertThat(client.invalid("PutItem", request.formatted("x".repeat(65_536))))
        .isEqualTo("Attribute name is too large, must be less than 65536 bytes");
  }

  @Test
  void ofPlaceholdersHaveATextOfTheirOwn() {
    String request =
        "{" + MISSING + ",'FilterExpression':'a = :v','ExpressionAttributeValues':{'':{'S':'x'}}}";

    assertThat(client.invalid("Scan", request))
        .isEqualTo(
            "ExpressionAttributeValues contains invalid key: The expression attribute map contains an empty key;");
  }
}
