package io.keystonedb.conformance.random;

import io.keystonedb.conformance.SdkCalls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/** Turns requests of the SDK into requests of the wire protocol, as the SDK's client sends them. */
final class RequestRecorder {
  private Request last;

  private final DynamoDbClient client =
      DynamoDbClient.builder()
          .httpClient(new RecordingClient())
          .region(Region.US_EAST_1)
          .credentialsProvider(AnonymousCredentialsProvider.create())
          .build();

  Request record(DynamoDbRequest request) {
    SdkCalls.call(client, request);
    // The client makes up a token where the request has none.
    return request instanceof TransactWriteItemsRequest write && write.clientRequestToken() == null
        ? last.with("ClientRequestToken", null)
        : last;
  }

  /** Keeps what the SDK wants to send, and answers with an empty object. */
  private final class RecordingClient implements SdkHttpClient {
    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      String target = request.httpRequest().firstMatchingHeader("X-Amz-Target").orElseThrow();
      try {
        String body =
            new String(
                request.contentStreamProvider().orElseThrow().newStream().readAllBytes(),
                StandardCharsets.UTF_8);
        last = new Request(target.substring(target.indexOf('.') + 1), Json.parseObject(body));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return new ExecutableHttpRequest() {
        @Override
        public HttpExecuteResponse call() {
          return HttpExecuteResponse.builder()
              .response(SdkHttpResponse.builder().statusCode(200).build())
              .responseBody(
                  AbortableInputStream.create(new ByteArrayInputStream(new byte[] {'{', '}'})))
              .build();
        }

        @Override
        public void abort() {}
      };
    }

    @Override
    public void close() {}
  }
}
