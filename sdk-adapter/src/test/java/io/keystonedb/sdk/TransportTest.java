package io.keystonedb.sdk;

import static io.keystonedb.sdk.Tables.key;
import static io.keystonedb.sdk.Tables.n;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.keystonedb.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.metrics.MetricCollection;
import software.amazon.awssdk.metrics.MetricPublisher;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/** The SDK's own clients over a database without a socket. */
class TransportTest {
  private static final AwsCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret"));

  private final Database database = Database.inMemory();

  private DynamoDbClient client(ExecutionInterceptor... interceptors) {
    return DynamoDbClient.builder()
        .httpClient(KeystoneSdkHttpClient.create(database))
        .region(Region.EU_WEST_1)
        .credentialsProvider(CREDENTIALS)
        .overrideConfiguration(c -> List.of(interceptors).forEach(c::addExecutionInterceptor))
        .build();
  }

  private DynamoDbAsyncClient asyncClient() {
    return DynamoDbAsyncClient.builder()
        .httpClient(KeystoneSdkAsyncHttpClient.create(database))
        .region(Region.EU_WEST_1)
        .credentialsProvider(CREDENTIALS)
        .build();
  }

  @Test
  void whatOneWayWritesTheOtherReads() {
    DynamoDbClient direct = KeystoneDynamoDbClient.create(database);
    try (DynamoDbClient client = client()) {
      Tables.create(client);
      client.putItem(p -> p.tableName(Tables.NAME).item(Map.of("pk", Tables.s("a"), "n", n(1))));

      GetItemResponse overTheWire = client.getItem(g -> g.tableName(Tables.NAME).key(key("a")));
      GetItemResponse inProcess = direct.getItem(g -> g.tableName(Tables.NAME).key(key("a")));

      assertThat(overTheWire.equalsBySdkFields(inProcess)).isTrue();
      assertThat(overTheWire.hasItem()).isTrue();
      assertThat(overTheWire.responseMetadata().requestId()).hasSize(52);
      assertThat(overTheWire.sdkHttpResponse().statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aTransactionSentAgainTheOtherWayIsTheSame() {
    DynamoDbClient direct = KeystoneDynamoDbClient.create(database);
    try (DynamoDbClient client = client()) {
      Tables.create(client);
      TransactWriteItemsRequest request =
          TransactWriteItemsRequest.builder()
              .clientRequestToken("t1")
              .returnConsumedCapacity("TOTAL")
              .transactItems(
                  t ->
                      t.put(
                          p ->
                              p.tableName(Tables.NAME)
                                  .item(Map.of("pk", Tables.s("a"), "n", n(1)))))
              .build();
      direct.transactWriteItems(request);

      ConsumedCapacity again = client.transactWriteItems(request).consumedCapacity().get(0);

      assertThat(again.readCapacityUnits()).isEqualTo(2.0);
      assertThat(again.writeCapacityUnits()).isNull();
    }
  }

  @Test
  void theAsynchronousClientRunsOnIt() {
    try (DynamoDbAsyncClient client = asyncClient()) {
      client.createTable(Tables::define).join();
      client.putItem(p -> p.tableName(Tables.NAME).item(key("a"))).join();

      assertThat(client.scan(s -> s.tableName(Tables.NAME)).join().items())
          .containsExactly(key("a"));
      assertThat(
              catchThrowableOfType(
                      CompletionException.class,
                      () -> client.describeTable(d -> d.tableName("none")).join())
                  .getCause())
          .isInstanceOf(ResourceNotFoundException.class);
    }
  }

  @Test
  void interceptorsSeeRequestsAndAnswers() {
    List<String> seen = new ArrayList<>();
    ExecutionInterceptor interceptor =
        new ExecutionInterceptor() {
          @Override
          public void beforeTransmission(
              Context.BeforeTransmission context, ExecutionAttributes attributes) {
            seen.add(context.httpRequest().firstMatchingHeader("X-Amz-Target").orElse("-"));
          }

          @Override
          public void afterTransmission(
              Context.AfterTransmission context, ExecutionAttributes attributes) {
            seen.add("status " + context.httpResponse().statusCode());
          }
        };
    try (DynamoDbClient client = client(interceptor)) {
      client.listTables();
    }

    assertThat(seen).containsExactly("DynamoDB_20120810.ListTables", "status 200");
  }

  @Test
  void metricsArePublished() {
    List<String> names = new ArrayList<>();
    MetricPublisher publisher =
        new MetricPublisher() {
          @Override
          public void publish(MetricCollection collection) {
            names.add(collection.name());
          }

          @Override
          public void close() {}
        };
    try (DynamoDbClient client =
        DynamoDbClient.builder()
            .httpClient(KeystoneSdkHttpClient.create(database))
            .region(Region.EU_WEST_1)
            .credentialsProvider(CREDENTIALS)
            .overrideConfiguration(c -> c.addMetricPublisher(publisher))
            .build()) {
      client.listTables();
    }

    assertThat(names).containsExactly("ApiCall");
  }

  @Test
  void conditionsFailWithTheSdksException() {
    try (DynamoDbClient client = client()) {
      Tables.create(client);
      ConditionalCheckFailedException failed =
          catchThrowableOfType(
              ConditionalCheckFailedException.class,
              () ->
                  client.putItem(
                      p ->
                          p.tableName(Tables.NAME)
                              .item(key("a"))
                              .conditionExpression("attribute_exists(pk)")));

      assertThat(failed.awsErrorDetails().errorMessage())
          .isEqualTo("The conditional request failed");
    }
  }

  @Test
  void anUnsignedRequestIsRefusedAsByTheService() {
    try (DynamoDbClient client =
        DynamoDbClient.builder()
            .httpClient(KeystoneSdkHttpClient.create(database))
            .region(Region.EU_WEST_1)
            .credentialsProvider(AnonymousCredentialsProvider.create())
            .build()) {
      assertThat(catchThrowableOfType(DynamoDbException.class, client::listTables))
          .hasMessageContaining("Request is missing Authentication Token");
    }
  }

  @Test
  void closingItLeavesTheDatabaseOpen() {
    SdkHttpClient http = KeystoneSdkHttpClient.create(database);
    http.close();

    assertThat(http.clientName()).isEqualTo("KeystoneDB");
    assertThat(KeystoneDynamoDbClient.create(database).listTables().tableNames()).isEmpty();
  }
}
