package io.keystonedb.junit5;

import io.keystonedb.sdk.support.Reflection;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;

/**
 * What clients that hand their requests to {@link ClientCalls} have in common.
 *
 * @param <C> the SDK's interface of the client
 */
abstract class ForwardingBase<C> {
  private final Class<C> type;
  private final ClientCalls<C> calls;

  ForwardingBase(Class<C> type, ClientCalls<C> calls) {
    this.type = type;
    this.calls = calls;
  }

  /** The generated methods call it. */
  final @Nullable Object call(int operation, Object request) {
    return calls.call((SdkRequest) request);
  }

  /** The answer to {@code serviceClientConfiguration()}, where the SDK in use has it. */
  final Object configuration(Class<?> configuration) {
    return Reflection.answer(type, "serviceClientConfiguration", target());
  }

  final C target() {
    return calls.target();
  }

  public String serviceName() {
    return "dynamodb";
  }

  public void close() {
    calls.close();
  }

  @Override
  public String toString() {
    return calls.toString();
  }
}
