package io.keystonedb.sdk;

import io.keystonedb.Database;
import io.keystonedb.internal.wire.WireResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * An HTTP client for the SDK's own builder that answers from a database in this JVM: interceptors,
 * retries, signing, metrics and serialization are the SDK's, only the socket is missing.
 *
 * <pre>{@code
 * DynamoDbClient client =
 *     DynamoDbClient.builder()
 *         .httpClient(KeystoneSdkHttpClient.create(database))
 *         .region(Region.US_EAST_1)
 *         .credentialsProvider(AnonymousCredentialsProvider …)
 *         .build();
 * }</pre>
 *
 * <p>{@link KeystoneDynamoDbClient} is the faster way for everything else. Credentials may be any:
 * the signature's form is checked, as the service does, but not whether it is right. Thread-safe;
 * closing it does not close the database.
 */
public final class KeystoneSdkHttpClient implements SdkHttpClient {
  private final WireBridge bridge;

  private KeystoneSdkHttpClient(WireBridge bridge) {
    this.bridge = bridge;
  }

  /** A client that answers from a database. */
  public static SdkHttpClient create(Database database) {
    return new KeystoneSdkHttpClient(new WireBridge(database));
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new Call(request);
  }

  @Override
  public String clientName() {
    return "KeystoneDB";
  }

  @Override
  public void close() {}

  private final class Call implements ExecutableHttpRequest {
    private final HttpExecuteRequest request;
    private volatile boolean aborted;

    Call(HttpExecuteRequest request) {
      this.request = request;
    }

    @Override
    public HttpExecuteResponse call() throws IOException {
      if (aborted) {
        throw new IOException("the request was aborted before it was sent");
      }
      WireResponse response = bridge.send(request.httpRequest(), body());
      InputStream content = new ByteArrayInputStream(response.body(), 0, response.length());
      return HttpExecuteResponse.builder()
          .response(WireBridge.head(response))
          .responseBody(AbortableInputStream.create(content))
          .build();
    }

    private byte[] body() throws IOException {
      ContentStreamProvider provider = request.contentStreamProvider().orElse(null);
      if (provider == null) {
        return new byte[0];
      }
      try (InputStream stream = provider.newStream()) {
        return stream.readAllBytes();
      }
    }

    @Override
    public void abort() {
      aborted = true;
    }
  }
}
