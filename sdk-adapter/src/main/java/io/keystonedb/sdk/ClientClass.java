package io.keystonedb.sdk;

import io.keystonedb.Database;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.async.SdkPublisher;
import software.amazon.awssdk.core.pagination.sync.SdkIterable;

/**
 * A class of clients, made at run time from an interface of the SDK in use: a base class with one
 * method per operation and per paginator. Thread-safe.
 *
 * <p>It is not written in Java because a class with the operations of one SDK version does not
 * load, or breaks reflection and spies, on another. It is not a {@link java.lang.reflect.Proxy}
 * because the JDK's proxies initialize the classes of all requests (on JDK 17), which costs some
 * 0.4 s of CPU in every JVM.
 *
 * @param <C> the SDK's interface
 */
final class ClientClass<C> {
  private final Class<C> client;
  private final String name;
  private final ClassWriter writer;
  private final List<SdkOperation> operations = new ArrayList<>();
  private final Constructor<?> constructor;

  /**
   * Defines a class.
   *
   * @param client the SDK's interface
   * @param base what is in common to clients of all SDK versions; implements the interface
   * @param maker the public class that makes such clients, for their text
   */
  ClientClass(Class<C> client, Class<? extends ClientBase> base, Class<?> maker) {
    this.client = client;
    name = maker.getSimpleName();
    String packageName = ClientClass.class.getPackageName().replace('.', '/');
    writer =
        new ClassWriter(
            packageName + "/InProcess" + client.getSimpleName(),
            packageName + "/" + base.getSimpleName());
    writer.constructor("(L" + packageName + "/ClientBase$Context;)V");
    for (Method method : client.getDeclaredMethods()) {
      method(method);
    }
    try {
      constructor =
          MethodHandles.lookup()
              .defineClass(writer.toByteArray())
              .getDeclaredConstructor(ClientBase.Context.class);
    } catch (IllegalAccessException | NoSuchMethodException e) {
      throw new IllegalStateException("cannot define the class of " + name, e);
    }
  }

  /**
   * A client of a database.
   *
   * @param executor runs the operations, if it is an asynchronous one
   */
  C create(Database database, Executor executor) {
    ClientBase.Context context = new ClientBase.Context(name, database, operations, executor);
    return client.cast(Reflection.create(constructor, context));
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
      operations.add(new SdkOperation(method, responseType(method)));
    }
  }

  /** The type of the answer, which an asynchronous client promises. */
  private static Class<? extends SdkResponse> responseType(Method method) {
    Class<?> type =
        method.getReturnType() == CompletableFuture.class
            ? (Class<?>)
                ((ParameterizedType) method.getGenericReturnType()).getActualTypeArguments()[0]
            : method.getReturnType();
    return type.asSubclass(SdkResponse.class);
  }
}
