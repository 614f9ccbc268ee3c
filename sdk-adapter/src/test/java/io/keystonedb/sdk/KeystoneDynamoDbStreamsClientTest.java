package io.keystonedb.sdk;

import static io.keystonedb.sdk.Tables.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.spy;

import io.keystonedb.Database;
import io.keystonedb.StreamView;
import io.keystonedb.TableSchema;
import io.keystonedb.sdk.support.Reflection;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ListStreamsRequest;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsAsyncClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** The clients of streams, synchronous and asynchronous. */
class KeystoneDynamoDbStreamsClientTest {
  private final Database database = Database.inMemory();
  private final DynamoDbStreamsClient sync = KeystoneDynamoDbStreamsClient.create(database);
  private final DynamoDbStreamsAsyncClient async =
      KeystoneDynamoDbStreamsAsyncClient.create(database);

  @BeforeEach
  void createTable() {
    database.createTable(
        Tables.NAME, TableSchema.create().partitionKey("pk").stream(StreamView.KEYS_ONLY));
    KeystoneDynamoDbClient.create(database)
        .putItem(put -> put.tableName(Tables.NAME).item(key("a")));
  }

  @Test
  void bothReadTheSameRecords() {
    String arn = async.listStreams().join().streams().get(0).streamArn();
    Shard shard =
        async.describeStream(d -> d.streamArn(arn)).join().streamDescription().shards().get(0);
    String iterator =
        async
            .getShardIterator(
                g ->
                    g.streamArn(arn)
                        .shardId(shard.shardId())
                        .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
            .join()
            .shardIterator();

    assertThat(sync.getRecords(g -> g.shardIterator(iterator)).records())
        .hasSize(1)
        .isEqualTo(async.getRecords(g -> g.shardIterator(iterator)).join().records());
  }

  @Test
  void answersEveryOperationOfTheSdk() throws Exception {
    List<String> answered = new ArrayList<>();
    for (Method method : DynamoDbStreamsClient.class.getMethods()) {
      if (method.getParameterCount() == 1
          && SdkRequest.class.isAssignableFrom(method.getParameterTypes()[0])
          && SdkResponse.class.isAssignableFrom(method.getReturnType())) {
        answered.add(method.getName());
        SdkRequest empty =
            ((SdkRequest.Builder) Reflection.staticCall(method.getParameterTypes()[0], "builder"))
                .build();
        try {
          assertThat(method.invoke(sync, empty)).isInstanceOf(method.getReturnType());
        } catch (java.lang.reflect.InvocationTargetException e) {
          assertThat(((DynamoDbException) e.getCause()).awsErrorDetails().errorCode())
              .isEqualTo("ValidationException");
        }
      }
    }
    assertThat(answered)
        .containsExactlyInAnyOrder(
            "describeStream", "getRecords", "getShardIterator", "listStreams");
  }

  @Test
  void exceptionsNameTheService() {
    String arn = sync.listStreams().streams().get(0).streamArn() + "x";

    assertThatThrownBy(() -> sync.describeStream(d -> d.streamArn(arn)))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageContaining("Service: DynamoDbStreams");
    assertThatThrownBy(() -> async.describeStream(d -> d.streamArn(arn)).join())
        .hasCauseInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void canBeSpiedOn() {
    DynamoDbStreamsClient spy = spy(sync);
    assertThat(spy.listStreams().streams()).hasSize(1);
    doThrow(ResourceNotFoundException.builder().message("told so").build())
        .when(spy)
        .listStreams(any(ListStreamsRequest.class));

    assertThatThrownBy(() -> spy.listStreams(l -> l.limit(1)))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void haveTheNameOfTheService() {
    assertThat(sync.serviceName()).isEqualTo("dynamodb");
    assertThat(async.serviceName()).isEqualTo("dynamodb");
    assertThat(sync).hasToString("KeystoneDynamoDbStreamsClient[open]");
  }
}
