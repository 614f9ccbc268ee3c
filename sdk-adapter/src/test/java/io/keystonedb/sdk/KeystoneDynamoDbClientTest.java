package io.keystonedb.sdk;

import static io.keystonedb.sdk.Tables.key;
import static io.keystonedb.sdk.Tables.n;
import static io.keystonedb.sdk.Tables.s;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keystonedb.Database;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ListTablesResponse;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

class KeystoneDynamoDbClientTest {
  private final Database database = Database.inMemory();
  private final DynamoDbClient client = KeystoneDynamoDbClient.create(database);

  @BeforeEach
  void createTable() {
    Tables.create(client);
  }

  @Test
  void getsWhatWasPut() {
    Map<String, AttributeValue> item = Map.of("pk", s("a"), "count", n(3));

    client.putItem(put -> put.tableName(Tables.NAME).item(item));

    assertThat(client.getItem(get -> get.tableName(Tables.NAME).key(key("a"))).item())
        .isEqualTo(item);
  }

  @Test
  void leavesTheItemUnsetWhereThereIsNone() {
    GetItemResponse response = client.getItem(get -> get.tableName(Tables.NAME).key(key("nobody")));

    assertThat(response.hasItem()).isFalse();
    assertThat(response.item()).isEmpty();
  }

  @Test
  void everyAnswerHasARequestIdAndAnHttpResponse() {
    ListTablesResponse first = client.listTables();
    ListTablesResponse second = client.listTables();

    assertThat(first.responseMetadata().requestId()).matches("[0-9A-Z]{52}");
    assertThat(second.responseMetadata().requestId())
        .isNotEqualTo(first.responseMetadata().requestId());
    assertThat(first.sdkHttpResponse().statusCode()).isEqualTo(200);
    assertThat(first.sdkHttpResponse().isSuccessful()).isTrue();
  }

  @Test
  void acceptsRequestsWithConfiguration() {
    GetItemResponse response =
        client.getItem(
            get ->
                get.tableName(Tables.NAME)
                    .key(key("a"))
                    .overrideConfiguration(c -> c.apiCallTimeout(Duration.ofSeconds(1))));

    assertThat(response.sdkHttpResponse().statusCode()).isEqualTo(200);
  }

  @Test
  void throwsTheSdksModeledExceptions() {
    assertThatThrownBy(() -> client.describeTable(d -> d.tableName("missing")))
        .isInstanceOf(ResourceNotFoundException.class);
    assertThatThrownBy(() -> Tables.create(client)).isInstanceOf(ResourceInUseException.class);
  }

  @Test
  void refusesANullRequestAsTheSdkDoes() {
    assertThatNullPointerException().isThrownBy(() -> client.getItem((GetItemRequest) null));
  }

  @Test
  void clientsOfOneDatabaseSeeTheSameAndOthersDoNot() {
    assertThat(KeystoneDynamoDbClient.create(database).listTables().tableNames())
        .containsExactly(Tables.NAME);
    assertThat(KeystoneDynamoDbClient.create(Database.inMemory()).listTables().tableNames())
        .isEmpty();
  }

  @Test
  void closingTheClientLeavesTheDatabaseOpen() {
    DynamoDbClient other = KeystoneDynamoDbClient.create(database);
    other.close();
    other.close();

    assertThatIllegalStateException().isThrownBy(other::listTables);
    assertThatIllegalStateException().isThrownBy(other::waiter);
    assertThat(client.listTables().tableNames()).containsExactly(Tables.NAME);
  }

  @Test
  void isAnObjectLikeAnyOther() {
    assertThat(client).isEqualTo(client).hasSameHashCodeAs(client);
    assertThat(client).isNotEqualTo(KeystoneDynamoDbClient.create(database));
    assertThat(client.toString()).isEqualTo("KeystoneDynamoDbClient[open]");
    assertThat(client.serviceName()).isEqualTo("dynamodb");
  }

  @Test
  void showsItsConfigurationWhereTheSdkAsksForIt() throws Exception {
    for (Method method : DynamoDbClient.class.getMethods()) {
      if (method.getName().equals("serviceClientConfiguration")) {
        Object configuration = method.invoke(client);

        assertThat(configuration.getClass().getMethod("region").invoke(configuration))
            .hasToString("us-east-1");
        assertThat(
                configuration.getClass().getMethod("overrideConfiguration").invoke(configuration))
            .isNotNull();
      }
    }
  }

  @Test
  void listsItsMethods() {
    assertThat(client.getClass().getMethods()).extracting(Method::getName).contains("getItem");
    assertThat(client.getClass().getDeclaredMethods()).isNotEmpty();
  }

  @Test
  void waitsForStatesThatAreThereWithoutPause() {
    assertThat(
            client
                .waiter()
                .waitUntilTableExists(d -> d.tableName(Tables.NAME))
                .matched()
                .response()
                .get()
                .table()
                .tableStatus())
        .isEqualTo(TableStatus.ACTIVE);

    client.deleteTable(d -> d.tableName(Tables.NAME));

    assertThat(
            client
                .waiter()
                .waitUntilTableNotExists(d -> d.tableName(Tables.NAME))
                .matched()
                .exception())
        .isPresent();
  }
}
