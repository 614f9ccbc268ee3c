package io.keystonedb.sdk.support;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.List;

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
  private final ClientOperations operations;
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
    operations = ClientOperations.of(client);
    String baseName = internalName(base);
    ClassWriter writer = new ClassWriter(baseName + "OfThisSdk", baseName);
    writer.constructor("(" + parameter.descriptorString() + ")V");
    List<Method> methods = operations.methods();
    for (int number = 0; number < methods.size(); number++) {
      writer.operation(methods.get(number), number);
    }
    for (Method method : client.getDeclaredMethods()) {
      writeOther(method, writer);
    }
    try {
      constructor = lookup.defineClass(writer.toByteArray()).getDeclaredConstructor(parameter);
      constructor.setAccessible(true);
    } catch (IllegalAccessException | NoSuchMethodException e) {
      throw new IllegalStateException("cannot define a class of " + base.getName(), e);
    }
  }

  private void writeOther(Method method, ClassWriter writer) {
    if (method.getParameterCount() == 0
        && method.getName().equals("serviceClientConfiguration")
        && !method.isBridge()) {
      writer.configuration(method);
    } else if (ClientOperations.takesRequest(method) && ClientOperations.isPaginator(method)) {
      writer.paginator(method, internalName(client));
    }
  }

  private static String internalName(Class<?> type) {
    return type.getName().replace('.', '/');
  }

  /** The operations; the generated methods call them by their numbers in this order. */
  public ClientOperations operations() {
    return operations;
  }

  /** A client, with what the constructor of the base class takes. */
  public C create(Object argument) {
    return client.cast(Reflection.create(constructor, argument));
  }
}
