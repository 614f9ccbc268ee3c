package io.keystonedb.migration;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
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
  private final Map<Class<?>, Method> methods;
  private final ConcurrentHashMap<Class<?>, MethodHandle> handles = new ConcurrentHashMap<>();

  /**
   * A side.
   *
   * @param operations the methods of the client's interface
   * @param names what it calls things
   */
  Side(Object client, List<Method> operations, NameTranslation names) {
    this.client = client;
    this.names = names;
    Map<Class<?>, Method> byRequest = new HashMap<>();
    operations.forEach(method -> byRequest.put(method.getParameterTypes()[0], method));
    methods = Map.copyOf(byRequest);
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

  private @Nullable Object invoke(SdkRequest request) throws Throwable {
    MethodHandle handle = handles.get(request.getClass());
    if (handle == null) {
      handle = handle(request);
      handles.put(request.getClass(), handle);
    }
    return handle.invokeExact(client, (Object) names.toSide(request));
  }

  private MethodHandle handle(SdkRequest request) throws IllegalAccessException {
    Method method = methods.get(request.getClass());
    if (method == null) {
      throw new IllegalArgumentException("no operation takes a " + request.getClass().getName());
    }
    return MethodHandles.publicLookup()
        .unreflect(method)
        .asType(MethodType.methodType(Object.class, Object.class, Object.class));
  }

  /** The client behind it. */
  Object client() {
    return client;
  }
}
