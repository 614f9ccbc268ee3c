package io.keystonedb.junit5;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;

/**
 * What a client of the fixture does with requests, in whatever form they are made. Its text is that
 * of the client.
 *
 * @param <C> the SDK's interface of the client
 */
interface ClientCalls<C> {
  /** Returns what the client's method returns, and throws what that throws. */
  @Nullable Object call(SdkRequest request);

  /** The client that has the waiter and the configuration. */
  C target();

  /** Closes what is the client's own. */
  void close();
}
