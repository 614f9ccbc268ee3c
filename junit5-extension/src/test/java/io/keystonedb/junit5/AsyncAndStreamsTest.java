package io.keystonedb.junit5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.keystonedb.KeystoneClock;
import io.keystonedb.StreamView;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbAsyncTable;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsAsyncClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Asynchronous clients, and streams with what they recorded. */
@KeystoneDb(
    tables =
        @Table(
            name = "users",
            partitionKey = "id",
            ttl = "until",
            stream = StreamView.NEW_AND_OLD_IMAGES),
    beans = @BeanTable(Order.class))
class AsyncAndStreamsTest {
  DynamoDbAsyncTable<Order> orders;
  DynamoDbStreamsClient streams;
  DynamoDbStreamsAsyncClient streamsAsync;

  @Test
  void asynchronousClientsWorkOnTheDatabaseOfTheTest(
      DynamoDbClient client,
      DynamoDbAsyncClient async,
      DynamoDbEnhancedAsyncClient enhanced,
      @TableName("order") DynamoDbAsyncTable<Order> sameOrders) {
    async
        .putItem(
            put ->
                put.tableName("users")
                    .item(Map.of("id", AttributeValue.builder().s("ada").build())))
        .join();

    assertThat(Users.ids(client)).containsExactly("ada");
    assertThat(orders.tableName()).isEqualTo(sameOrders.tableName()).isEqualTo("order");
    assertThat(enhanced).isNotNull();
    assertThat(orders.scan().items().subscribe(order -> {})).succeedsWithin(Duration.ofSeconds(5));
  }

  @Test
  void clientsOfStreamsReadTheSame(DynamoDbClient client) {
    Users.put(client, "ada");

    assertThat(streams.listStreams().streams())
        .hasSize(1)
        .isEqualTo(streamsAsync.listStreams().join().streams());
  }

  @Test
  void recordsComeInTheOrderOfTheCommits(
      DynamoDbClient client, StreamRecords stream, KeystoneClock clock) {
    client.putItem(
        put ->
            put.tableName("users")
                .item(
                    Map.of(
                        "id",
                        AttributeValue.builder().s("guest").build(),
                        "until",
                        AttributeValue.builder()
                            .n(Long.toString(clock.epochSeconds() + 60))
                            .build())));
    Users.put(client, "ada");
    clock.advance(Duration.ofMinutes(2));

    List<Record> records = stream.records("users");

    assertThat(records)
        .extracting(Record::eventName, record -> record.dynamodb().keys().get("id").s())
        .containsExactly(
            tuple(OperationType.INSERT, "guest"),
            tuple(OperationType.INSERT, "ada"),
            tuple(OperationType.REMOVE, "guest"));
    assertThat(records.get(2).userIdentity().principalId()).isEqualTo("dynamodb.amazonaws.com");
  }

  @Test
  void waitsForWhatAnotherThreadWrites(DynamoDbClient client, StreamRecords stream) {
    CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> Users.put(client, "ada"));

    assertThat(stream.await("users", 1)).hasSize(1);
    writer.join();
  }

  @Test
  void saysWhatThereIsWhenWaitingIsInVain(DynamoDbClient client, StreamRecords stream) {
    Users.put(client, "ada");

    assertThatThrownBy(() -> stream.await("users", 2, Duration.ofMillis(20)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("expected 2 records in the stream of users")
        .hasMessageContaining("found 1: ");
  }

  @Test
  void saysHowToGetAStream(StreamRecords stream) {
    assertThatThrownBy(() -> stream.records("order"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the table order has no stream. To fix it: say stream = ");
  }
}
