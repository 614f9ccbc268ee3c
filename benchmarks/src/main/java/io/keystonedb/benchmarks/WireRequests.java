package io.keystonedb.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Takes down, byte by byte, what the SDK would send. */
final class WireRequests implements SdkHttpClient {
  private final List<byte[]> requests = new ArrayList<>();

  private WireRequests() {}

  /** The requests that calls of a client make, with all headers and a signature. */
  static List<byte[]> of(Consumer<DynamoDbClient> calls) {
    WireRequests http = new WireRequests();
    try (DynamoDbClient client =
        DynamoDbClient.builder()
            .httpClient(http)
            .region(Region.US_EAST_1)
            .endpointOverride(URI.create("http://localhost:8000"))
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
            .build()) {
      calls.accept(client);
    }
    return http.requests;
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        requests.add(bytes(request));
        return HttpExecuteResponse.builder()
            .response(SdkHttpResponse.builder().statusCode(200).build())
            .responseBody(AbortableInputStream.create(new ByteArrayInputStream("{}".getBytes())))
            .build();
      }

      @Override
      public void abort() {}
    };
  }

  private static byte[] bytes(HttpExecuteRequest request) throws IOException {
    byte[] body;
    try (InputStream stream = request.contentStreamProvider().orElseThrow().newStream()) {
      body = stream.readAllBytes();
    }
    SdkHttpRequest http = request.httpRequest();
    StringBuilder head = new StringBuilder("POST / HTTP/1.1\r\n");
    http.forEachHeader(
        (name, values) ->
            values.forEach(value -> head.append(name).append(": ").append(value).append("\r\n")));
    if (http.firstMatchingHeader("Content-Length").isEmpty()) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    bytes.write(body);
    return bytes.toByteArray();
  }

  @Override
  public void close() {}
}
