package io.keystonedb.server;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.keystonedb.Database;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** The SDK for Java over the wire, with each of its HTTP clients, blocking and not. */
class JavaClientsTest {
  private static final String TABLE = "orders";

  private static KeystoneServer server;

  private DynamoDbClient client;

  enum Transport {
    URL_CONNECTION,
    APACHE,
    NETTY
  }

  @BeforeAll
  static void start() {
    server = KeystoneServer.start(Database.inMemory());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @AfterEach
  void close() {
    client.deleteTable(delete -> delete.tableName(TABLE));
    client.close();
  }

  @ParameterizedTest
  @EnumSource(Transport.class)
  void tables(Transport transport) {
    open(transport);

    assertThat(client.listTables().tableNames()).containsExactly(TABLE);
    assertThat(
            client
                .describeTable(describe -> describe.tableName(TABLE))
                .table()
                .tableStatusAsString())
        .isEqualTo("ACTIVE");
  }

  @ParameterizedTest
  @EnumSource(Transport.class)
  void itemsComeBackAsTheyWerePut(Transport transport) {
    open(transport);
    Map<String, AttributeValue> item =
        Map.of(
            "pk", AttributeValue.fromS("ä€😀\n\"\\"),
            "sk", AttributeValue.fromN("1.5"),
            "b", AttributeValue.fromB(SdkBytes.fromByteArray(new byte[] {0, -1, 127})),
            "l",
                AttributeValue.fromL(
                    List.of(AttributeValue.fromBool(true), AttributeValue.fromNul(true))),
            "m", AttributeValue.fromM(Map.of("ss", AttributeValue.fromSs(List.of("a", "b")))));
    Map<String, AttributeValue> key = Map.of("pk", item.get("pk"), "sk", item.get("sk"));

    client.putItem(put -> put.tableName(TABLE).item(item));

    assertThat(client.getItem(get -> get.tableName(TABLE).key(key)).item()).isEqualTo(item);
    assertThat(
            client
                .updateItem(
                    update ->
                        update
                            .tableName(TABLE)
                            .key(key)
                            .updateExpression("SET n = :n REMOVE m")
                            .expressionAttributeValues(Map.of(":n", AttributeValue.fromN("7")))
                            .returnValues("UPDATED_NEW"))
                .attributes())
        .isEqualTo(Map.of("n", AttributeValue.fromN("7")));
    assertThat(
            client
                .deleteItem(
                    delete ->
                        delete
                            .tableName(TABLE)
                            .key(key)
                            .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL))
                .consumedCapacity()
                .capacityUnits())
        .isEqualTo(1.0);
    assertThat(client.getItem(get -> get.tableName(TABLE).key(key)).hasItem()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Transport.class)
  void queriesAndScansByPage(Transport transport) {
    open(transport);
    fill(30);

    List<Integer> sorted = new ArrayList<>();
    QueryRequest query =
        QueryRequest.builder()
            .tableName(TABLE)
            .keyConditionExpression("pk = :pk AND sk BETWEEN :a AND :b")
            .expressionAttributeValues(
                Map.of(
                    ":pk", AttributeValue.fromS("p"),
                    ":a", AttributeValue.fromN("5"),
                    ":b", AttributeValue.fromN("24")))
            .scanIndexForward(false)
            .limit(7)
            .build();
    QueryResponse page;
    do {
      page = client.query(query);
      page.items().forEach(item -> sorted.add(Integer.valueOf(item.get("sk").n())));
      query = query.toBuilder().exclusiveStartKey(page.lastEvaluatedKey()).build();
    } while (page.hasLastEvaluatedKey());

    assertThat(sorted)
        .isEqualTo(IntStream.iterate(24, i -> i >= 5, i -> i - 1).boxed().collect(toList()));
    assertThat(scan()).hasSize(30);
  }

  private List<Map<String, AttributeValue>> scan() {
    List<Map<String, AttributeValue>> items = new ArrayList<>();
    ScanRequest scan = ScanRequest.builder().tableName(TABLE).limit(4).build();
    ScanResponse page;
    do {
      page = client.scan(scan);
      items.addAll(page.items());
      scan = scan.toBuilder().exclusiveStartKey(page.lastEvaluatedKey()).build();
    } while (page.hasLastEvaluatedKey());
    return items;
  }

  @ParameterizedTest
  @EnumSource(Transport.class)
  void largeAnswersAndRequests(Transport transport) {
    open(transport);
    String text = "x".repeat(300_000);
    for (int i = 0; i < 5; i++) {
      Map<String, AttributeValue> item = item(i, text);
      client.putItem(put -> put.tableName(TABLE).item(item));
    }

    assertThat(scan()).hasSize(5).allSatisfy(item -> assertThat(item.get("s").s()).isEqualTo(text));
  }

  @ParameterizedTest
  @EnumSource(Transport.class)
  void batches(Transport transport) {
    open(transport);
    fill(25);
    KeysAndAttributes keys =
        KeysAndAttributes.builder()
            .keys(IntStream.range(0, 50).mapToObj(JavaClientsTest::key).collect(toList()))
            .build();

    assertThat(
            client
                .batchGetItem(get -> get.requestItems(Map.of(TABLE, keys)))
                .responses()
                .get(TABLE))
        .hasSize(25);
  }

  @ParameterizedTest
  @EnumSource(Transport.class)
  void transactions(Transport transport) {
    open(transport);
    fill(1);

    TransactionCanceledException canceled =
        catchThrowableOfType(
            TransactionCanceledException.class,
            () ->
                client.transactWriteItems(
                    write ->
                        write.transactItems(
                            first -> first.put(put -> put.tableName(TABLE).item(item(7, "new"))),
                            second ->
                                second.conditionCheck(
                                    check ->
                                        check
                                            .tableName(TABLE)
                                            .key(key(0))
                                            .conditionExpression("attribute_not_exists(pk)")
                                            .returnValuesOnConditionCheckFailure("ALL_OLD")))));

    assertThat(canceled.cancellationReasons())
        .extracting("code")
        .containsExactly("None", "ConditionalCheckFailed");
    assertThat(canceled.cancellationReasons().get(1).item()).isEqualTo(item(0, "s"));
    assertThat(scan()).hasSize(1);
    client.transactWriteItems(
        write ->
            write.transactItems(
                first -> first.put(put -> put.tableName(TABLE).item(item(7, "new"))),
                second -> second.delete(delete -> delete.tableName(TABLE).key(key(0)))));
    assertThat(scan()).containsExactly(item(7, "new"));
  }

  @ParameterizedTest
  @EnumSource(Transport.class)
  void errorsAreTheSdksOwn(Transport transport) {
    open(transport);

    ConditionalCheckFailedException failed =
        catchThrowableOfType(
            ConditionalCheckFailedException.class,
            () ->
                client.putItem(
                    put ->
                        put.tableName(TABLE)
                            .item(item(0, "s"))
                            .conditionExpression("attribute_exists(pk)")));
    assertThat(failed.awsErrorDetails().errorMessage()).isEqualTo("The conditional request failed");
    assertThat(failed.statusCode()).isEqualTo(400);
    assertThat(failed.requestId()).matches("[0-9A-Z]{52}");
    assertThatThrownBy(() -> client.getItem(get -> get.tableName("none").key(key(0))))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageContaining("Requested resource not found");
    assertThatThrownBy(() -> client.getItem(get -> get.tableName(TABLE).key(Map.of())))
        .isInstanceOf(DynamoDbException.class)
        .hasMessageContaining("The provided key element does not match the schema");
  }

  private void open(Transport transport) {
    client =
        switch (transport) {
          case URL_CONNECTION ->
              configure(DynamoDbClient.builder().httpClient(UrlConnectionHttpClient.create()));
          case APACHE -> configure(DynamoDbClient.builder().httpClient(ApacheHttpClient.create()));
          case NETTY ->
              blocking(
                  configure(
                      DynamoDbAsyncClient.builder().httpClient(NettyNioAsyncHttpClient.create())));
        };
    client.createTable(
        table ->
            table
                .tableName(TABLE)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                    pk -> pk.attributeName("pk").attributeType(ScalarAttributeType.S),
                    sk -> sk.attributeName("sk").attributeType(ScalarAttributeType.N))
                .keySchema(
                    pk -> pk.attributeName("pk").keyType(KeyType.HASH),
                    sk -> sk.attributeName("sk").keyType(KeyType.RANGE)));
  }

  private static <C> C configure(AwsClientBuilder<?, C> builder) {
    builder
        .region(Region.US_EAST_1)
        .endpointOverride(server.endpoint())
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")));
    return builder.build();
  }

  /** The asynchronous client behind the interface of the other, so that one set of tests does. */
  private static DynamoDbClient blocking(DynamoDbAsyncClient async) {
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            DynamoDbClient.class.getClassLoader(),
            new Class<?>[] {DynamoDbClient.class},
            (proxy, method, arguments) -> {
              Object result =
                  DynamoDbAsyncClient.class
                      .getMethod(method.getName(), method.getParameterTypes())
                      .invoke(async, arguments);
              return result instanceof CompletableFuture<?> future ? join(future) : result;
            });
  }

  private static Object join(CompletableFuture<?> future) throws Throwable {
    try {
      return future.join();
    } catch (CompletionException e) {
      throw e.getCause();
    }
  }

  private void fill(int count) {
    List<WriteRequest> writes =
        IntStream.range(0, count)
            .mapToObj(i -> WriteRequest.builder().putRequest(put -> put.item(item(i, "s"))).build())
            .collect(toList());
    Stream.iterate(0, from -> from < count, from -> from + 25)
        .map(from -> writes.subList(from, Math.min(count, from + 25)))
        .forEach(part -> client.batchWriteItem(write -> write.requestItems(Map.of(TABLE, part))));
  }

  private static Map<String, AttributeValue> key(int sort) {
    return Map.of("pk", AttributeValue.fromS("p"), "sk", AttributeValue.fromN("" + sort));
  }

  private static Map<String, AttributeValue> item(int sort, String text) {
    return Map.of(
        "pk", AttributeValue.fromS("p"),
        "sk", AttributeValue.fromN("" + sort),
        "s", AttributeValue.fromS(text));
  }
}
