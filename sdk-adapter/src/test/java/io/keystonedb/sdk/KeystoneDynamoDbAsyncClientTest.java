package io.keystonedb.sdk;

import static io.keystonedb.sdk.Tables.key;
import static io.keystonedb.sdk.Tables.s;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.verify;

import io.keystonedb.Database;
import io.keystonedb.KeystoneClock;
import io.keystonedb.sdk.support.Reflection;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.async.SdkPublisher;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

class KeystoneDynamoDbAsyncClientTest {
  private final Database database = Database.inMemory();
  private final DynamoDbAsyncClient client = KeystoneDynamoDbAsyncClient.create(database);

  private void createTable() {
    Tables.create(KeystoneDynamoDbClient.create(database));
  }

  @Test
  void answersAsTheSynchronousClientDoes() {
    createTable();
    client.putItem(put -> put.tableName(Tables.NAME).item(key("a"))).join();

    GetItemResponse async = client.getItem(get -> get.tableName(Tables.NAME).key(key("a"))).join();
    GetItemResponse sync =
        KeystoneDynamoDbClient.create(database)
            .getItem(get -> get.tableName(Tables.NAME).key(key("a")));

    assertThat(async.equalsBySdkFields(sync)).isTrue();
    assertThat(async.responseMetadata().requestId()).hasSize(52);
  }

  @Test
  void completesOffTheCallersThread() throws Exception {
    List<Thread> clockReaders = new CopyOnWriteArrayList<>();
    Database watched =
        Database.inMemory(
            KeystoneClock.of(
                () -> {
                  clockReaders.add(Thread.currentThread());
                  return Instant.EPOCH;
                }));

    // Making a table reads the clock.
    KeystoneDynamoDbAsyncClient.create(watched)
        .createTable(Tables::define)
        .get(10, TimeUnit.SECONDS);

    assertThat(clockReaders).isNotEmpty().doesNotContain(Thread.currentThread());
  }

  @Test
  void runsOnTheExecutorItIsGiven() throws Exception {
    ExecutorService executor =
        Executors.newSingleThreadExecutor(task -> new Thread(task, "of the user"));
    try {
      DynamoDbAsyncClient own = KeystoneDynamoDbAsyncClient.create(database, executor);
      CompletableFuture<String> name = new CompletableFuture<>();
      // The future cannot be complete before the callback is there.
      executor.execute(() -> sleep(20));
      own.listTables().thenRun(() -> name.complete(Thread.currentThread().getName()));

      assertThat(name.get(10, TimeUnit.SECONDS)).isEqualTo("of the user");
    } finally {
      executor.shutdown();
    }
  }

  @Test
  void whoWaitsGetsTheModeledExceptionAsACause() {
    CompletableFuture<GetItemResponse> missing =
        client.getItem(get -> get.tableName("missing").key(key("a")));

    assertThat(catchThrowableOfType(CompletionException.class, missing::join))
        .hasCauseInstanceOf(ResourceNotFoundException.class);
    assertThat(catchThrowableOfType(ExecutionException.class, missing::get))
        .hasCauseInstanceOf(ResourceNotFoundException.class);
    assertThat(missing.handle((response, error) -> error).join())
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void failedConditionsAreModeledExceptions() {
    createTable();
    client.putItem(put -> put.tableName(Tables.NAME).item(key("a"))).join();

    CompletionException error =
        catchThrowableOfType(
            CompletionException.class,
            () ->
                client
                    .deleteItem(
                        delete ->
                            delete
                                .tableName(Tables.NAME)
                                .key(key("a"))
                                .conditionExpression("attribute_not_exists(pk)"))
                    .join());

    assertThat(error).hasCauseInstanceOf(ConditionalCheckFailedException.class);
    assertThat(((ConditionalCheckFailedException) error.getCause()).awsErrorDetails().errorCode())
        .isEqualTo("ConditionalCheckFailedException");
  }

  @Test
  void aFutureThatIsCancelledInTimePreventsItsOperation() {
    createTable();
    Queue<Runnable> tasks = new ArrayDeque<>();
    DynamoDbAsyncClient held = KeystoneDynamoDbAsyncClient.create(database, tasks::add);

    CompletableFuture<?> put = held.putItem(p -> p.tableName(Tables.NAME).item(key("a")));
    assertThat(put.cancel(true)).isTrue();
    tasks.forEach(Runnable::run);

    assertThatThrownBy(put::join).isInstanceOf(CancellationException.class);
    assertThat(client.getItem(get -> get.tableName(Tables.NAME).key(key("a"))).join().hasItem())
        .isFalse();
  }

  @Test
  void publishersGiveAllPages() {
    createTable();
    for (int i = 0; i < 10; i++) {
      String pk = "k" + i;
      client.putItem(put -> put.tableName(Tables.NAME).item(Map.of("pk", s(pk)))).join();
    }
    List<Object> items = new CopyOnWriteArrayList<>();
    List<Object> pages = new CopyOnWriteArrayList<>();

    client
        .scanPaginator(scan -> scan.tableName(Tables.NAME).limit(3))
        .items()
        .subscribe(items::add)
        .join();
    client.scanPaginator(scan -> scan.tableName(Tables.NAME).limit(3)).subscribe(pages::add).join();

    assertThat(items).hasSize(10);
    assertThat(pages).hasSizeBetween(4, 5);
  }

  @Test
  void everyPublisherOfTheSdkCanBeMade() throws Exception {
    List<String> made = new ArrayList<>();
    for (Method method : DynamoDbAsyncClient.class.getMethods()) {
      if (method.getName().endsWith("Paginator")
          && method.getParameterCount() == 1
          && SdkRequest.class.isAssignableFrom(method.getParameterTypes()[0])) {
        SdkRequest request =
            ((SdkRequest.Builder) Reflection.staticCall(method.getParameterTypes()[0], "builder"))
                .build();
        assertThat(method.invoke(client, request)).isInstanceOf(SdkPublisher.class);
        made.add(method.getName());
      }
    }
    assertThat(made).contains("scanPaginator", "queryPaginator", "listTablesPaginator");
  }

  @Test
  void waitersLetTimePassOnTheDatabasesClockAndNotInReality() {
    database.dials().tableChanges(Duration.ofMinutes(1));
    Instant before = database.clock().instant();
    Instant realBefore = Instant.now();
    createTable();

    var found = client.waiter().waitUntilTableExists(d -> d.tableName(Tables.NAME)).join();

    assertThat(found.matched().response().orElseThrow().table().tableStatusAsString())
        .isEqualTo("ACTIVE");
    assertThat(Duration.between(before, database.clock().instant()))
        .isGreaterThanOrEqualTo(Duration.ofMinutes(1));
    assertThat(Duration.between(realBefore, Instant.now())).isLessThan(Duration.ofSeconds(10));
    assertThatThrownBy(
            () -> client.waiter().waitUntilTableExists(d -> d.tableName("missing")).join())
        .hasCauseInstanceOf(SdkClientException.class);
  }

  @Test
  void spiesCallThroughAndReturnWhatTheyAreTold() {
    createTable();
    DynamoDbAsyncClient spy = spy(client);
    assertThat(spy.getItem(get -> get.tableName(Tables.NAME).key(key("a"))).join().hasItem())
        .isFalse();
    verify(spy).getItem(any(GetItemRequest.class));
    CompletableFuture<GetItemResponse> failed = new CompletableFuture<>();
    failed.completeExceptionally(new IllegalStateException("told so"));
    doReturn(failed).when(spy).getItem(any(GetItemRequest.class));

    assertThatThrownBy(() -> spy.getItem(get -> get.tableName(Tables.NAME)).join())
        .hasRootCauseMessage("told so");
  }

  @Test
  void reflectionSeesEveryMethodInFull() {
    for (Object each :
        List.of(
            client,
            KeystoneDynamoDbStreamsClient.create(database),
            KeystoneDynamoDbStreamsAsyncClient.create(database))) {
      for (Method method : each.getClass().getMethods()) {
        assertThat(method.toGenericString()).contains(method.getName());
        assertThat(Modifier.isAbstract(method.getModifiers())).as(method.getName()).isFalse();
      }
    }
  }

  @Test
  void aClosedClientRefusesAndLeavesTheDatabaseOpen() {
    client.close();

    assertThatThrownBy(() -> client.listTables().join())
        .hasCauseInstanceOf(IllegalStateException.class)
        .hasRootCauseMessage("the client was closed");
    assertThat(KeystoneDynamoDbAsyncClient.create(database).listTables().join().tableNames())
        .isEmpty();
    assertThat(client.toString()).isEqualTo("KeystoneDynamoDbAsyncClient[closed]");
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
