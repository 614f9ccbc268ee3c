package io.keystonedb.migration;

import static io.keystonedb.migration.Sides.USERS;
import static io.keystonedb.migration.Sides.get;
import static io.keystonedb.migration.Sides.key;
import static io.keystonedb.migration.Sides.n;
import static io.keystonedb.migration.Sides.put;
import static io.keystonedb.migration.Sides.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keystonedb.Database;
import io.keystonedb.sdk.KeystoneDynamoDbClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mockito.ArgumentMatchers;
import org.mockito.Mockito;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.InternalServerErrorException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Whatever happens to the shadow, the caller notices nothing and the shadow catches up. */
class ShadowDownTest {
  private static final SdkClientException DOWN = SdkClientException.create("connection refused");

  private final DynamoDbClient shadow = Mockito.spy(Sides.users());

  private Sides sides(Mode mode, Pauses pauses) {
    return Sides.between(
        Sides.users(), shadow, builder -> builder.mode(mode).pauses(pauses).queueCapacity(50));
  }

  @ParameterizedTest
  @EnumSource(
      value = Mode.class,
      names = {"SEQUENTIAL", "PARALLEL", "LATER"})
  void aShadowThatIsDownGetsEverythingInOrderWhenItIsBack(Mode mode) throws Exception {
    Semaphore back = new Semaphore(0);
    CountDownLatch waiting = new CountDownLatch(1);
    List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
    Sides sides =
        sides(
            mode,
            pause -> {
              pauses.add(pause);
              waiting.countDown();
              back.acquireUninterruptibly();
              back.release();
              return true;
            });
    put(sides.client, user("alice", "Alice", 1));
    assertThat(sides.dualWrite().await(Sides.PATIENCE)).isTrue();
    Mockito.doThrow(DOWN).when(shadow).putItem(ArgumentMatchers.<PutItemRequest>any());
    Mockito.doThrow(DOWN).when(shadow).updateItem(ArgumentMatchers.<UpdateItemRequest>any());

    put(sides.client, user("alice", "Alice", 10));
    for (int i = 0; i < 10; i++) {
      addOne(sides.client, "alice");
    }

    assertThat(get(sides.primary, "alice")).isEqualTo(user("alice", "Alice", 20));
    waiting.await();
    assertThat(sides.dualWrite().counts().due()).isEqualTo(11);
    assertThat(sides.dualWrite().isShadowUp()).isFalse();
    Mockito.doCallRealMethod().when(shadow).putItem(ArgumentMatchers.<PutItemRequest>any());
    Mockito.doCallRealMethod().when(shadow).updateItem(ArgumentMatchers.<UpdateItemRequest>any());
    back.release();
    assertThat(sides.dualWrite().await(Sides.PATIENCE)).isTrue();

    assertThat(get(shadow, "alice")).isEqualTo(user("alice", "Alice", 20));
    assertThat(sides.dualWrite().discrepancies()).isEmpty();
    assertThat(sides.dualWrite().counts().caughtUp()).isEqualTo(1);
    assertThat(sides.dualWrite().isShadowUp()).isTrue();
    assertThat(pauses).first().isEqualTo(Duration.ofMillis(100));
  }

  private static void addOne(DynamoDbClient client, String id) {
    client.updateItem(
        update ->
            update
                .tableName(USERS)
                .key(key(id))
                .updateExpression("ADD age :one")
                .expressionAttributeValues(Map.of(":one", n(1)))
                .returnValues("ALL_NEW"));
  }

  @Test
  void retriesWaitTwiceAsLongEachTimeUpToALimit() {
    Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(1));

    assertThat(List.of(backoff.after(1), backoff.after(2), backoff.after(4), backoff.after(5)))
        .containsExactly(
            Duration.ofMillis(100),
            Duration.ofMillis(200),
            Duration.ofMillis(800),
            Duration.ofSeconds(1));
    assertThat(backoff.after(1000)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void internalErrorsAndThrottlingAreTriedAgainToo() {
    Sides sides = sides(Mode.SEQUENTIAL, pause -> true);
    Mockito.doThrow(InternalServerErrorException.builder().statusCode(500).build())
        .doThrow(
            ProvisionedThroughputExceededException.builder()
                .statusCode(400)
                .awsErrorDetails(
                    AwsErrorDetails.builder()
                        .errorCode("ProvisionedThroughputExceededException")
                        .build())
                .build())
        .doCallRealMethod()
        .when(shadow)
        .putItem(ArgumentMatchers.<PutItemRequest>any());

    put(sides.client, user("alice", "Alice", 1));

    assertThat(sides.dualWrite().await(Sides.PATIENCE)).isTrue();
    assertThat(get(shadow, "alice")).isNotEmpty();
    assertThat(sides.dualWrite().counts().retried()).isEqualTo(2);
  }

  @Test
  void readsOfAShadowThatIsDownAreNotComparedAndNotTriedEachTime() {
    Sides sides = sides(Mode.SEQUENTIAL, pause -> true);
    put(sides.client, user("alice", "Alice", 1));
    Mockito.doThrow(DOWN).when(shadow).getItem(ArgumentMatchers.<GetItemRequest>any());

    for (int i = 0; i < 5; i++) {
      assertThat(get(sides.client, "alice")).isEqualTo(user("alice", "Alice", 1));
    }

    assertThat(sides.dualWrite().counts().skippedReads()).isEqualTo(5);
    assertThat(sides.dualWrite().discrepancies()).isEmpty();
  }

  @Test
  void aShadowThatHangsDoesNotHoldTheCallerBeyondTheTimeout() {
    CountDownLatch hang = new CountDownLatch(1);
    Sides sides =
        Sides.between(
            Sides.users(),
            shadow,
            builder -> builder.mode(Mode.PARALLEL).shadowTimeout(Duration.ofMillis(1)));
    Mockito.doAnswer(
            call -> {
              hang.await();
              return call.callRealMethod();
            })
        .when(shadow)
        .putItem(ArgumentMatchers.<PutItemRequest>any());

    for (int i = 0; i < 20; i++) {
      put(sides.client, user("alice", "Alice", i));
    }

    assertThat(get(sides.primary, "alice")).isEqualTo(user("alice", "Alice", 19));
    assertThat(get(shadow, "alice")).isEmpty();
    hang.countDown();
    assertThat(sides.dualWrite().await(Sides.PATIENCE)).isTrue();
    assertThat(get(shadow, "alice")).isEqualTo(user("alice", "Alice", 19));
    assertThat(sides.dualWrite().discrepancies()).isEmpty();
  }

  @Test
  void whatIsTooMuchIsDroppedCountedAndReported() {
    CountDownLatch hang = new CountDownLatch(1);
    Sides sides =
        Sides.between(Sides.users(), shadow, builder -> builder.mode(Mode.LATER).queueCapacity(3));
    Mockito.doAnswer(
            call -> {
              hang.await();
              return call.callRealMethod();
            })
        .when(shadow)
        .putItem(ArgumentMatchers.<PutItemRequest>any());

    for (int i = 0; i < 5; i++) {
      put(sides.client, user("u" + i, "U", i));
    }
    hang.countDown();

    assertThat(sides.dualWrite().await(Sides.PATIENCE)).isTrue();
    assertThat(sides.dualWrite().counts().dropped()).isEqualTo(2);
    assertThat(sides.dualWrite().discrepancies())
        .extracting(each -> each.kind() + " " + each.key())
        .containsExactly("DROPPED_WRITE " + key("u3"), "DROPPED_WRITE " + key("u4"));
    assertThat(sides.dualWrite().comparison().run().discrepancies())
        .extracting(Discrepancy::key)
        .containsExactlyInAnyOrder(key("u3"), key("u4"));
  }

  @Test
  void whatIsStillDueWhenTheClientIsClosedIsReported() {
    CountDownLatch closing = new CountDownLatch(1);
    Sides sides =
        sides(
            Mode.LATER,
            pause -> {
              closing.countDown();
              return false;
            });
    Mockito.doThrow(DOWN).when(shadow).putItem(ArgumentMatchers.<PutItemRequest>any());

    put(sides.client, user("alice", "Alice", 1));
    sides.client.close();

    assertThat(closing.getCount()).isZero();
    assertThat(sides.dualWrite().discrepancies())
        .extracting(Discrepancy::kind)
        .containsExactly(DiscrepancyKind.WRITE_STILL_DUE);
  }

  @Test
  void anExceptionOfAnyKindStaysWithTheShadow() {
    Sides sides = sides(Mode.SEQUENTIAL, pause -> true);
    Mockito.doThrow(new AssertionError("a bug"))
        .doThrow(new IllegalStateException("another bug"))
        .doCallRealMethod()
        .when(shadow)
        .putItem(ArgumentMatchers.<PutItemRequest>any());

    put(sides.client, user("alice", "Alice", 1));

    assertThat(sides.dualWrite().await(Sides.PATIENCE)).isTrue();
    assertThat(get(shadow, "alice")).isNotEmpty();
  }

  @Test
  void aHandlerThatThrowsHasNoEffect() {
    Sides sides =
        Sides.of(
            builder ->
                builder
                    .mode(Mode.SEQUENTIAL)
                    .handler(
                        discrepancy -> {
                          throw new IllegalStateException("handler");
                        }));
    put(sides.primary, user("alice", "Alice", 1));

    assertThat(get(sides.client, "alice")).isNotEmpty();
    assertThat(sides.dualWrite().discrepancies()).hasSize(1);
  }

  @Test
  void aWriteOfUnknownOutcomeIsNotGivenToTheShadow() {
    DynamoDbClient primary = Mockito.spy(Sides.users());
    Sides sides = Sides.between(primary, shadow, builder -> builder.mode(Mode.SEQUENTIAL));
    Mockito.doThrow(DOWN).when(primary).putItem(ArgumentMatchers.<PutItemRequest>any());

    assertThatThrownBy(() -> put(sides.client, user("alice", "Alice", 1))).isSameAs(DOWN);

    assertThat(get(shadow, "alice")).isEmpty();
    assertThat(sides.dualWrite().counts().ambiguous()).isEqualTo(1);
    assertThat(sides.dualWrite().discrepancies())
        .extracting(Discrepancy::kind)
        .containsExactly(DiscrepancyKind.AMBIGUOUS_WRITE);
  }

  @Test
  void thereIsNoCutOverWhileSomethingIsDue() {
    Semaphore back = new Semaphore(0);
    DualWriteEngine engine =
        new DualWriteEngine(
            options(
                pause -> {
                  back.acquireUninterruptibly();
                  return true;
                }),
            DualWriteDynamoDbClient.side(Sides.users(), NameTranslation.NONE),
            DualWriteDynamoDbClient.side(shadow, NameTranslation.NONE));
    Mockito.doThrow(DOWN)
        .doCallRealMethod()
        .when(shadow)
        .putItem(ArgumentMatchers.<PutItemRequest>any());
    new SyncDualWrite(engine)
        .call(PutItemRequest.builder().tableName(USERS).item(key("a")).build());

    assertThatThrownBy(() -> engine.swap(true, Duration.ofMillis(1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Cannot cut over: 1 requests are still due at the side that would answer");
    back.release();
    engine.swap(true, Sides.PATIENCE);

    assertThat(engine.roles().isCutOver()).isTrue();
    assertThat(get(shadow, "a")).isNotEmpty();
  }

  private static DualWriteOptions options(Pauses pauses) {
    DualWriteOptions[] options = new DualWriteOptions[1];
    new DualWriteBuilder<Object>(
            Set.of(),
            built -> {
              options[0] = built;
              return built;
            })
        .pauses(pauses)
        .build();
    return options[0];
  }

  @Test
  void theShadowGetsOnlyWhatThePrimaryProcessedOfABatch() {
    DynamoDbClient primary = Mockito.spy(Sides.users());
    Sides sides = Sides.between(primary, shadow, builder -> builder.mode(Mode.SEQUENTIAL));
    var first = write("a");
    var second = write("b");
    Mockito.doAnswer(
            call -> {
              Mockito.doCallRealMethod().when(primary).batchWriteItem(anyBatch());
              primary.batchWriteItem(batch -> batch.requestItems(Map.of(USERS, List.of(first))));
              return BatchWriteItemResponse.builder()
                  .unprocessedItems(Map.of(USERS, List.of(second)))
                  .build();
            })
        .when(primary)
        .batchWriteItem(anyBatch());

    sides.client.batchWriteItem(batch -> batch.requestItems(Map.of(USERS, List.of(first, second))));

    assertThat(get(shadow, "a")).isNotEmpty();
    assertThat(get(shadow, "b")).isEmpty();
    assertThat(sides.dualWrite().discrepancies()).isEmpty();
  }

  @Test
  void whatTheShadowLeavesUnprocessedIsSentAgain() {
    Sides sides = sides(Mode.SEQUENTIAL, pause -> true);
    var first = write("a");
    var second = write("b");
    Mockito.doReturn(
            BatchWriteItemResponse.builder()
                .unprocessedItems(Map.of(USERS, List.of(first, second)))
                .build())
        .doCallRealMethod()
        .when(shadow)
        .batchWriteItem(anyBatch());

    sides.client.batchWriteItem(batch -> batch.requestItems(Map.of(USERS, List.of(first, second))));

    assertThat(get(shadow, "a")).isNotEmpty();
    assertThat(get(shadow, "b")).isNotEmpty();
    assertThat(sides.dualWrite().discrepancies()).isEmpty();
  }

  private static BatchWriteItemRequest anyBatch() {
    return ArgumentMatchers.any(BatchWriteItemRequest.class);
  }

  private static WriteRequest write(String id) {
    return WriteRequest.builder().putRequest(put -> put.item(key(id))).build();
  }

  @Test
  void clientsOfOtherDatabasesAreUntouchedByClosing() {
    DynamoDbClient primary = KeystoneDynamoDbClient.create(Database.inMemory());
    Sides.createUsers(primary, USERS);
    Sides sides = Sides.between(primary, shadow, builder -> builder);

    sides.client.close();

    assertThat(primary.listTables().tableNames()).containsExactly(USERS);
    assertThat(shadow.listTables().tableNames()).containsExactly(USERS);
  }
}
