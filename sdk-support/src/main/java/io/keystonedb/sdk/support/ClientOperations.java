package io.keystonedb.sdk.support;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.async.SdkPublisher;
import software.amazon.awssdk.core.pagination.sync.SdkIterable;

/**
 * The operations of an interface of SDK clients, to call them with any request. Thread-safe.
 *
 * <p>Synchronous methods return an {@link SdkResponse}, asynchronous ones a {@link
 * CompletableFuture} of it.
 */
public final class ClientOperations {
  private final List<Method> methods;
  private final Map<Class<?>, Method> byRequest;
  private final ConcurrentHashMap<Class<?>, MethodHandle> handles = new ConcurrentHashMap<>();

  private ClientOperations(List<Method> methods) {
    this.methods = List.copyOf(methods);
    Map<Class<?>, Method> found = new HashMap<>();
    for (Method method : methods) {
      found.put(method.getParameterTypes()[0], method);
    }
    byRequest = Map.copyOf(found);
  }

  /** The operations of an interface. */
  public static ClientOperations of(Class<?> client) {
    List<Method> methods = new ArrayList<>();
    for (Method method : client.getDeclaredMethods()) {
      if (takesRequest(method) && !isPaginator(method)) {
        methods.add(method);
      }
    }
    return new ClientOperations(methods);
  }

  static boolean takesRequest(Method method) {
    return method.getParameterCount() == 1
        && SdkRequest.class.isAssignableFrom(method.getParameterTypes()[0]);
  }

  static boolean isPaginator(Method method) {
    Class<?> result = method.getReturnType();
    return SdkIterable.class.isAssignableFrom(result)
        || SdkPublisher.class.isAssignableFrom(result);
  }

  /** Their methods, always in the same order. */
  public List<Method> methods() {
    return methods;
  }

  /** The service's names of them. */
  public Set<String> names() {
    return methods.stream().map(ClientOperations::name).collect(Collectors.toUnmodifiableSet());
  }

  /** The service's name of an operation: that of its request. */
  public static String name(Method operation) {
    return name(operation.getParameterTypes()[0]);
  }

  /** The service's name of the operation of a class of requests. */
  static String name(Class<?> request) {
    String type = request.getSimpleName();
    return type.substring(0, type.length() - "Request".length());
  }

  /** The type of an operation's answer, which an asynchronous client promises. */
  public static Class<? extends SdkResponse> responseType(Method operation) {
    Class<?> type =
        operation.getReturnType() == CompletableFuture.class
            ? (Class<?>)
                ((ParameterizedType) operation.getGenericReturnType()).getActualTypeArguments()[0]
            : operation.getReturnType();
    return type.asSubclass(SdkResponse.class);
  }

  /**
   * Calls a client, and throws what it throws.
   *
   * @param client of the interface
   * @return what the method returns; null only if the client is a mock that was not told better
   */
  public @Nullable Object call(Object client, SdkRequest request) {
    MethodHandle handle = handles.get(request.getClass());
    if (handle == null) {
      handle = handles.computeIfAbsent(request.getClass(), this::handle);
    }
    try {
      return handle.invokeExact(client, (Object) request);
    } catch (Throwable e) {
      throw ClientOperations.<RuntimeException>asUnchecked(e);
    }
  }

  private MethodHandle handle(Class<?> request) {
    Method method = byRequest.get(request);
    if (method == null) {
      throw new IllegalArgumentException("no operation takes a " + request.getName());
    }
    try {
      return MethodHandles.publicLookup()
          .unreflect(method)
          .asType(MethodType.methodType(Object.class, Object.class, Object.class));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("cannot call " + method, e);
    }
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> E asUnchecked(Throwable error) throws E {
    throw (E) error;
  }
}
