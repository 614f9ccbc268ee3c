package io.keystonedb.migration;

import io.keystonedb.sdk.support.ClientOperations;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;

/**
 * One of the two: a client of the SDK, synchronous or asynchronous, as something that answers
 * requests under the primary's names. Thread-safe.
 */
final class Side {
  private final Object client;
  private final NameTranslation names;
  private final ClientOperations operations;

  /**
   * A side.
   *
   * @param operations of the client's interface
   * @param names what it calls things
   */
  Side(Object client, ClientOperations operations, NameTranslation names) {
    this.client = client;
    this.operations = operations;
    this.names = names;
  }

  /** What comes of a request; waits for it. */
  Outcome call(SdkRequest request) {
    return unwrapped(
        Outcome.of(
            () -> {
              Object result = invoke(request);
              Object answer =
                  result instanceof CompletableFuture<?> future ? future.join() : result;
              return names.fromSide(request, (SdkResponse) answer);
            }));
  }

  /** What will come of a request to an asynchronous client; it does not fail. */
  CompletableFuture<Outcome> start(SdkRequest request) {
    try {
      if (invoke(request) instanceof CompletableFuture<?> future) {
        return future.handle((answer, error) -> unwrapped(outcome(request, answer, error)));
      }
      return CompletableFuture.completedFuture(new Outcome(null, null));
    } catch (Throwable e) {
      return CompletableFuture.completedFuture(new Outcome(null, e));
    }
  }

  private Outcome outcome(SdkRequest request, @Nullable Object answer, @Nullable Throwable error) {
    return error == null
        ? Outcome.of(() -> names.fromSide(request, (SdkResponse) answer))
        : new Outcome(null, error);
  }

  private static Outcome unwrapped(Outcome outcome) {
    return outcome.error() instanceof CompletionException e && e.getCause() != null
        ? new Outcome(null, e.getCause())
        : outcome;
  }

  private @Nullable Object invoke(SdkRequest request) {
    return operations.call(client, names.toSide(request));
  }

  /** The client behind it. */
  Object client() {
    return client;
  }
}
