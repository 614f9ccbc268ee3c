package io.keystonedb.sdk;

import static io.keystonedb.sdk.Tables.s;
import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.Database;
import io.keystonedb.sdk.support.Reflection;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.pagination.sync.SdkIterable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

class PaginatorTest {
  private final DynamoDbClient client = KeystoneDynamoDbClient.create(Database.inMemory());

  @Test
  void walksAllPages() {
    Tables.create(client);
    IntStream.range(0, 10)
        .forEach(
            i -> client.putItem(put -> put.tableName(Tables.NAME).item(Map.of("pk", s("k" + i)))));
    ScanRequest request = ScanRequest.builder().tableName(Tables.NAME).limit(3).build();

    assertThat(client.scanPaginator(request).items()).hasSize(10);
    assertThat(client.scanPaginator(request)).hasSizeBetween(4, 5);
    assertThat(client.scanPaginator(scan -> scan.tableName(Tables.NAME).limit(4)).items())
        .hasSize(10);
  }

  @Test
  void everyPaginatorOfTheSdkCanBeMade() throws Exception {
    for (Method method : DynamoDbClient.class.getMethods()) {
      if (method.getName().endsWith("Paginator")
          && method.getParameterCount() == 1
          && SdkRequest.class.isAssignableFrom(method.getParameterTypes()[0])) {
        SdkRequest request =
            ((SdkRequest.Builder) Reflection.staticCall(method.getParameterTypes()[0], "builder"))
                .build();

        assertThat(method.invoke(client, request))
            .as(method.getName())
            .isInstanceOf(SdkIterable.class);
      }
    }
  }
}
