package io.keystonedb.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keystonedb.Database;
import io.keystonedb.internal.engine.AnswerLostException;
import io.keystonedb.internal.engine.FaultHook;
import io.keystonedb.internal.engine.RequestContext;
import io.keystonedb.internal.engine.RequestHooks;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.retry.RetryPolicy;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ListTablesRequest;

/**
 * An answer that gets lost is a failure without an answer, as the SDK has it for broken
 * connections.
 */
class LostAnswerTest {
  private static final StaticCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret"));

  private enum Way {
    IN_PROCESS(database -> KeystoneDynamoDbClient.create(database)::listTables),
    IN_PROCESS_ASYNC(
        database ->
            request -> {
              DynamoDbAsyncClient client = KeystoneDynamoDbAsyncClient.create(database);
              return client.listTables(request).join();
            }),
    TRANSPORT(
        database ->
            DynamoDbClient.builder()
                    .httpClient(KeystoneSdkHttpClient.create(database))
                    .region(Region.US_EAST_1)
                    .credentialsProvider(CREDENTIALS)
                    .overrideConfiguration(c -> c.retryPolicy(RetryPolicy.none()))
                    .build()
                ::listTables),
    TRANSPORT_ASYNC(
        database ->
            request ->
                DynamoDbAsyncClient.builder()
                    .httpClient(KeystoneSdkAsyncHttpClient.create(database))
                    .region(Region.US_EAST_1)
                    .credentialsProvider(CREDENTIALS)
                    .overrideConfiguration(c -> c.retryPolicy(RetryPolicy.none()))
                    .build()
                    .listTables(request)
                    .join());

    private final Function<Database, Function<ListTablesRequest, ?>> call;

    Way(Function<Database, Function<ListTablesRequest, ?>> call) {
      this.call = call;
    }
  }

  @ParameterizedTest
  @EnumSource
  void callerSeesAFailureOfTheClient(Way way) {
    Database database = Database.inMemory();
    database.engine().setHooks(new RequestHooks(List.of(), new LosesAnswers()));

    assertThatThrownBy(() -> way.call.apply(database).apply(ListTablesRequest.builder().build()))
        .satisfies(
            error ->
                assertThat(error instanceof SdkClientException ? error : error.getCause())
                    .isInstanceOf(SdkClientException.class)
                    .hasMessageContaining("Unable to execute HTTP request"));
  }

  private static final class LosesAnswers implements FaultHook {
    @Override
    public void beforeExecute(RequestContext context, String operation, Record request) {}

    @Override
    public void afterExecute(
        RequestContext context, String operation, Record request, Record answer) {
      throw new AnswerLostException();
    }
  }
}
