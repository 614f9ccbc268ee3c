package io.keystonedb.sdk;

import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.core.SdkPojo;

/**
 * A client that runs operations on an executor. As with the SDK's own clients nothing is thrown at
 * the caller: whoever waits for the future gets a {@link java.util.concurrent.CompletionException}
 * with the SDK's exception as its cause. A future that is cancelled before its operation has begun
 * prevents it.
 */
abstract class AsyncClientBase extends ClientBase {
  AsyncClientBase(Context context) {
    super(context);
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // the generated method returns it as what it is
  final Object call(int operation, Object request) {
    return CompletableFuture.supplyAsync(
        () -> operation(operation).call(engine(), (SdkPojo) request), executor());
  }
}
