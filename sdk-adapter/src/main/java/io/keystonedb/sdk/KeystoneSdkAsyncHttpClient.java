package io.keystonedb.sdk;

import io.keystonedb.Database;
import io.keystonedb.internal.wire.WireResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.async.AsyncExecuteRequest;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.async.SdkAsyncHttpResponseHandler;

/**
 * As {@link KeystoneSdkHttpClient}, for the SDK's asynchronous clients. Thread-safe; closing it
 * closes neither the database nor the executor.
 */
public final class KeystoneSdkAsyncHttpClient implements SdkAsyncHttpClient {
  private final WireBridge bridge;
  private final Executor executor;

  private KeystoneSdkAsyncHttpClient(WireBridge bridge, Executor executor) {
    this.bridge = bridge;
    this.executor = executor;
  }

  /** A client that answers from a database, on the JVM's common pool. */
  public static SdkAsyncHttpClient create(Database database) {
    return create(database, new CompletableFuture<>().defaultExecutor());
  }

  /**
   * A client that answers from a database.
   *
   * @param executor runs the operations
   */
  public static SdkAsyncHttpClient create(Database database, Executor executor) {
    return new KeystoneSdkAsyncHttpClient(
        new WireBridge(database), Objects.requireNonNull(executor, "executor"));
  }

  @Override
  public CompletableFuture<Void> execute(AsyncExecuteRequest request) {
    return BodyCollector.collect(request.requestContentPublisher())
        .thenApplyAsync(body -> send(request.request(), body), executor)
        .thenCompose(response -> deliver(response, request.responseHandler()))
        .whenComplete(
            (done, error) -> {
              if (error != null) {
                request.responseHandler().onError(error);
              }
            });
  }

  private WireResponse send(SdkHttpRequest request, byte[] body) {
    try {
      return bridge.send(request, body);
    } catch (IOException e) {
      throw new CompletionException(e);
    }
  }

  private static CompletableFuture<Void> deliver(
      WireResponse response, SdkAsyncHttpResponseHandler handler) {
    CompletableFuture<Void> delivered = new CompletableFuture<>();
    handler.onHeaders(WireBridge.head(response));
    handler.onStream(
        new SingleBuffer(ByteBuffer.wrap(response.body(), 0, response.length()), delivered));
    return delivered;
  }

  @Override
  public String clientName() {
    return "KeystoneDB";
  }

  @Override
  public void close() {}
}
