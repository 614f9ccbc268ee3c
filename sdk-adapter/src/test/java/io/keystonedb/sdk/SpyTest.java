package io.keystonedb.sdk;

import static io.keystonedb.sdk.Tables.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.keystonedb.Database;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ListTablesRequest;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;

/** Users spy on clients to make single calls fail. */
class SpyTest {
  private final DynamoDbClient client = KeystoneDynamoDbClient.create(Database.inMemory());

  @Test
  void spiesCallThrough() {
    Tables.create(client);
    DynamoDbClient spy = spy(client);

    GetItemResponse response = spy.getItem(get -> get.tableName(Tables.NAME).key(key("a")));

    assertThat(response.hasItem()).isFalse();
    verify(spy).getItem(any(GetItemRequest.class));
    verify(spy, times(0)).listTables();
  }

  @Test
  void spiesCanLetCallsFail() {
    DynamoDbClient spy = spy(client);
    doThrow(ProvisionedThroughputExceededException.builder().message("slow").build())
        .when(spy)
        .getItem(any(GetItemRequest.class));

    assertThatThrownBy(
            () -> spy.getItem(GetItemRequest.builder().tableName("t").key(key("a")).build()))
        .isInstanceOf(ProvisionedThroughputExceededException.class);
    assertThatThrownBy(() -> spy.getItem(get -> get.tableName("t").key(key("a"))))
        .isInstanceOf(ProvisionedThroughputExceededException.class);
  }

  @Test
  void spiesSeeThePagesOfPaginators() {
    Tables.create(client);
    DynamoDbClient spy = spy(client);

    assertThat(spy.listTablesPaginator().tableNames()).containsExactly(Tables.NAME);

    verify(spy).listTables(any(ListTablesRequest.class));
  }

  @Test
  void spiesReturnWhatTheyAreTold() {
    DynamoDbClient spy = spy(client);
    GetItemResponse canned = GetItemResponse.builder().item(key("canned")).build();
    doReturn(canned).when(spy).getItem(any(GetItemRequest.class));

    assertThat(spy.getItem(get -> get.tableName("t"))).isEqualTo(canned);
  }

  @Test
  void mocksOfTheInterfaceStillWork() {
    DynamoDbClient mock = mock(DynamoDbClient.class);
    when(mock.serviceName()).thenReturn("mocked");

    assertThat(mock.serviceName()).isEqualTo("mocked");
  }
}
