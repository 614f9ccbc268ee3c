package io.keystonedb.conformance.golden;

import io.keystonedb.Database;
import io.keystonedb.internal.operation.Operations;
import io.keystonedb.internal.operation.Service;
import io.keystonedb.sdk.KeystoneDynamoDbClient;
import io.keystonedb.sdk.KeystoneDynamoDbStreamsClient;
import io.keystonedb.sdk.KeystoneSdkHttpClient;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Calls the methods of SDK clients with requests made from JSON. */
final class SdkSession implements Session {
  private final Object client;
  private final Object streams;

  private SdkSession(Object client, Object streams) {
    this.client = client;
    this.streams = streams;
  }

  static SdkSession inProcess() {
    Database database = Database.inMemory();
    return new SdkSession(
        KeystoneDynamoDbClient.create(database), KeystoneDynamoDbStreamsClient.create(database));
  }

  /** The SDK's clients are expensive, so all sessions share them, one after the other. */
  static SdkSession overHttpClient() {
    OverHttp.DATABASE.set(KeystoneSdkHttpClient.create(Database.inMemory()));
    return new SdkSession(OverHttp.CLIENT, OverHttp.STREAMS);
  }

  @Override
  public Reply send(String operation, Map<String, Object> request) {
    boolean ofStreams = Operations.find(operation).service() != Service.DYNAMODB;
    Class<?> clientType = ofStreams ? DynamoDbStreamsClient.class : DynamoDbClient.class;
    String method = Character.toLowerCase(operation.charAt(0)) + operation.substring(1);
    try {
      Class<?> requestType =
          Class.forName(DynamoDbRequest.class.getPackageName() + "." + operation + "Request");
      Object answer =
          clientType
              .getMethod(method, requestType)
              .invoke(ofStreams ? streams : client, SdkJson.toSdk(requestType, request));
      return Reply.answer(SdkJson.toJson((SdkPojo) answer));
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof AwsServiceException error) {
        return Reply.error(
            error.awsErrorDetails().errorCode(),
            error.awsErrorDetails().errorMessage(),
            SdkJson.toJson(error));
      }
      throw new AssertionError(operation + " throws what no service sends", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("the SDK has no operation " + operation, e);
    }
  }

  /** The SDK's own clients, and the database that they reach at the moment. */
  private static final class OverHttp {
    static final AtomicReference<SdkHttpClient> DATABASE = new AtomicReference<>();
    static final DynamoDbClient CLIENT = client(DynamoDbClient.builder());
    static final DynamoDbStreamsClient STREAMS = client(DynamoDbStreamsClient.builder());

    private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
        B builder) {
      return builder
          .httpClient(new CurrentDatabase())
          .region(Region.US_EAST_1)
          .credentialsProvider(
              StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
          .overrideConfiguration(o -> o.retryStrategy(DefaultRetryStrategy.doNotRetry()))
          .build();
    }
  }

  /** Sends to the database of the session that is open. */
  private static final class CurrentDatabase implements SdkHttpClient {
    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      return OverHttp.DATABASE.get().prepareRequest(request);
    }

    @Override
    public void close() {}
  }
}
