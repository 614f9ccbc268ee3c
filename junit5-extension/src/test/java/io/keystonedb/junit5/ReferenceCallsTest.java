package io.keystonedb.junit5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;

import io.keystonedb.Database;
import io.keystonedb.sdk.KeystoneDynamoDbClient;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** What stands between a test and a reference that others use too. */
class ReferenceCallsTest {
  private static final Map<String, AttributeValue> ADA =
      Map.of("id", AttributeValue.builder().s("ada").build());

  private final DynamoDbClient others = KeystoneDynamoDbClient.create(Database.inMemory());
  private final Set<String> made = new HashSet<>();
  private final DynamoDbClient client = ReferenceCalls.client(others, made, true, () -> {});

  private static void createTable(DynamoDbClient at, String name) {
    at.createTable(
        r ->
            r.tableName(name)
                .attributeDefinitions(
                    a -> a.attributeName("id").attributeType(ScalarAttributeType.S))
                .keySchema(k -> k.attributeName("id").keyType(KeyType.HASH))
                .billingMode(BillingMode.PAY_PER_REQUEST));
  }

  @Test
  void aTableThatTestsMadeIsThereUntilTheyDeleteIt() {
    createTable(client, "users");
    assertThat(made).containsExactly("users");

    client.putItem(r -> r.tableName("users").item(ADA));
    assertThat(client.getItem(r -> r.tableName("users").key(ADA)).item()).isEqualTo(ADA);

    client.deleteTable(
        r -> r.tableName(others.describeTable(d -> d.tableName("users")).table().tableArn()));
    assertThat(made).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM users WHERE id = 'ada'",
        "UPDATE \"users\" SET a = 1 WHERE id = 'ada'",
        "INSERT INTO /* into made */ users VALUE {'id': 'bob'}"
      })
  void statementsDoNotReachTablesOfOthers(String statement) {
    createTable(others, "users");

    assertThatThrownBy(() -> client.executeStatement(r -> r.statement(statement)))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageContaining("Table: users was not made by tests");
  }

  @Test
  void aTextThatLooksLikeATableIsNone() {
    createTable(client, "users");

    assertThatCode(
            () ->
                client.executeStatement(
                    r -> r.statement("SELECT * FROM users WHERE id = 'from elsewhere'")))
        .doesNotThrowAnyException();
  }

  @Test
  void anOperationThatIsNotKnownDoesNotReachAReferenceOfOthers() {
    DynamoDbClient target = mock(DynamoDbClient.class);
    DynamoDbClient guarded = ReferenceCalls.client(target, made, true, () -> {});

    assertThatThrownBy(() -> guarded.searchVectors(r -> r.tableName("users")))
        .isInstanceOf(DynamoDbException.class)
        .hasMessageContaining("searchVectors is not known here");
    verifyNoInteractions(target);
  }

  @Test
  void theClientIsForwardedInAllButItsRequests() {
    assertThat(client.toString()).isEqualTo(others.toString());
    assertThat(client.serviceName()).isEqualTo("dynamodb");
    assertThat(client.serviceClientConfiguration().region())
        .isEqualTo(others.serviceClientConfiguration().region());
  }
}
