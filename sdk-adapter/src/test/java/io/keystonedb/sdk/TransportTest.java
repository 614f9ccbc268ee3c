package io.keystonedb.sdk;

import static io.keystonedb.sdk.Tables.key;
import static io.keystonedb.sdk.Tables.n;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.keystonedb.Database;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.http.async.AsyncExecuteRequest;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.async.SdkAsyncHttpResponseHandler;
import software.amazon.awssdk.http.async.SdkHttpContentPublisher;
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

  @Test
  void closingTheAsynchronousOneLeavesTheDatabaseOpen() {
    SdkAsyncHttpClient http = KeystoneSdkAsyncHttpClient.create(database);
    http.close();

    assertThat(http.clientName()).isEqualTo("KeystoneDB");
    assertThat(KeystoneDynamoDbClient.create(database).listTables().tableNames()).isEmpty();
  }

  @Test
  void aRequestThatIsAbortedBeforeItIsSentDoesNothing() throws Exception {
    SdkHttpClient http = KeystoneSdkHttpClient.create(database);
    HttpExecuteRequest request = HttpExecuteRequest.builder().request(createTable()).build();
    ExecutableHttpRequest aborted = http.prepareRequest(request);

    aborted.abort();

    assertThat(catchThrowableOfType(IOException.class, aborted::call))
        .hasMessage("the request was aborted before it was sent");
    assertThat(http.prepareRequest(request).call().httpResponse().statusCode()).isEqualTo(400);
  }

  private static SdkHttpFullRequest createTable() {
    return SdkHttpFullRequest.builder()
        .method(SdkHttpMethod.POST)
        .uri(URI.create("http://localhost/"))
        .putHeader("X-Amz-Target", "DynamoDB_20120810.CreateTable")
        .build();
  }

  @Test
  void aBodyThatFailsFailsTheAsynchronousRequest() {
    IllegalStateException broken = new IllegalStateException("broken");
    Received received = new Received(Subscription::cancel);

    CompletableFuture<Void> done =
        execute(
            subscriber ->
                subscriber.onSubscribe(
                    new Subscription() {
                      @Override
                      public void request(long count) {
                        subscriber.onNext(ByteBuffer.wrap(new byte[] {'{'}));
                        subscriber.onError(broken);
                      }

                      @Override
                      public void cancel() {}
                    }),
            received);

    assertThat(catchThrowableOfType(CompletionException.class, done::join)).hasCause(broken);
    assertThat(received.events).hasSize(1);
    assertThat(received.events.get(0)).contains("broken");
  }

  @Test
  void anAnswerThatNobodyWantsAnyMoreIsNotDelivered() {
    Received received =
        new Received(
            subscription -> {
              subscription.cancel();
              subscription.request(1);
            });

    execute(TransportTest::end, received).join();

    assertThat(received.events).containsExactly("status 400");
  }

  @Test
  void anAnswerIsDeliveredOnce() {
    Received received =
        new Received(
            subscription -> {
              subscription.request(1);
              subscription.request(1);
            });

    execute(TransportTest::end, received).join();

    assertThat(received.events).hasSize(3);
    assertThat(received.events.get(1)).contains("MissingAuthenticationToken");
    assertThat(received.events.get(2)).isEqualTo("complete");
  }

  /** A body without a byte. */
  private static void end(Subscriber<? super ByteBuffer> subscriber) {
    subscriber.onSubscribe(
        new Subscription() {
          @Override
          public void request(long count) {
            subscriber.onComplete();
          }

          @Override
          public void cancel() {}
        });
  }

  private CompletableFuture<Void> execute(Publisher<ByteBuffer> body, Received received) {
    return KeystoneSdkAsyncHttpClient.create(database, Runnable::run)
        .execute(
            AsyncExecuteRequest.builder()
                .request(createTable())
                .requestContentPublisher(new Body(body))
                .responseHandler(received)
                .build());
  }

  /** The body of a request of unknown length. */
  private record Body(Publisher<ByteBuffer> bytes) implements SdkHttpContentPublisher {
    @Override
    public Optional<Long> contentLength() {
      return Optional.empty();
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
      bytes.subscribe(subscriber);
    }
  }

  /** Notes what it is told, and does something with the subscription to the body. */
  private static final class Received
      implements SdkAsyncHttpResponseHandler, Subscriber<ByteBuffer> {
    final List<String> events = new ArrayList<>();
    private final Consumer<Subscription> onSubscription;

    Received(Consumer<Subscription> onSubscription) {
      this.onSubscription = onSubscription;
    }

    @Override
    public void onHeaders(SdkHttpResponse head) {
      events.add("status " + head.statusCode());
    }

    @Override
    public void onStream(Publisher<ByteBuffer> body) {
      body.subscribe(this);
    }

    @Override
    public void onSubscribe(Subscription subscription) {
      onSubscription.accept(subscription);
    }

    @Override
    public void onNext(ByteBuffer piece) {
      events.add(StandardCharsets.UTF_8.decode(piece).toString());
    }

    @Override
    public void onError(Throwable error) {
      events.add("error " + error);
    }

    @Override
    public void onComplete() {
      events.add("complete");
    }
  }
}
