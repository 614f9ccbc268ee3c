package io.keystonedb.sdk.support;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.async.SdkPublisher;
import software.amazon.awssdk.core.pagination.sync.SdkIterable;

/**
 * A class of clients, made at run time from an interface of the SDK in use: a base class with one
 * method per operation and per paginator. Thread-safe.
 *
 * <p>The base class implements the interface, has a constructor with one parameter, and two methods
 * that the generated ones call:
 *
 * <ul>
 *   <li>{@code Object call(int operation, Object request)}: runs the operation of that number;
 *   <li>{@code Object configuration(Class<?> type)}: the answer to {@code
 *       serviceClientConfiguration()} where the SDK in use has it.
 * </ul>
 *
 * <p>It is not written in Java because a class with the operations of one SDK version does not
 * load, or breaks reflection and spies, on another. It is not a {@link java.lang.reflect.Proxy}
 * because the JDK's proxies initialize the classes of all requests (on JDK 17), which costs some
 * 0.4 s of CPU in every JVM.
 *
 * @param <C> the SDK's interface
 */
public final class ClientClass<C> {
  private final Class<C> client;
  private final ClassWriter writer;
  private final List<Method> operations = new ArrayList<>();
  private final Constructor<?> constructor;

  /**
   * Defines a class.
   *
   * @param lookup of the package of the base class
   * @param client the SDK's interface
   * @param base what is in common to clients of all SDK versions
   * @param parameter the type of its constructor's parameter
   */
  public ClientClass(
      MethodHandles.Lookup lookup, Class<C> client, Class<?> base, Class<?> parameter) {
    this.client = client;
    String baseName = base.getName().replace('.', '/');
    writer = new ClassWriter(baseName + "OfThisSdk", baseName);
    writer.constructor("(" + parameter.descriptorString() + ")V");
    for (Method method : client.getDeclaredMethods()) {
      method(method);
    }
    try {
      constructor = lookup.defineClass(writer.toByteArray()).getDeclaredConstructor(parameter);
      constructor.setAccessible(true);
    } catch (IllegalAccessException | NoSuchMethodException e) {
      throw new IllegalStateException("cannot define a class of " + base.getName(), e);
    }
  }

  /** The operations, by the numbers that the generated methods call them by. */
  public List<Method> operations() {
    return List.copyOf(operations);
  }

  /** A client, with what the constructor of the base class takes. */
  public C create(Object argument) {
    return client.cast(Reflection.create(constructor, argument));
  }

  private void method(Method method) {
    if (method.getParameterCount() == 0) {
      if (method.getName().equals("serviceClientConfiguration") && !method.isBridge()) {
        writer.configuration(method);
      }
      return;
    }
    if (!SdkRequest.class.isAssignableFrom(method.getParameterTypes()[0])) {
      return;
    }
    Class<?> result = method.getReturnType();
    if (SdkIterable.class.isAssignableFrom(result) || SdkPublisher.class.isAssignableFrom(result)) {
      writer.paginator(method, client.getName().replace('.', '/'));
    } else {
      writer.operation(method, operations.size());
      operations.add(method);
    }
  }

  /** The service's name of an operation: that of its request. */
  public static String name(Method operation) {
    String request = operation.getParameterTypes()[0].getSimpleName();
    return request.substring(0, request.length() - "Request".length());
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
}
