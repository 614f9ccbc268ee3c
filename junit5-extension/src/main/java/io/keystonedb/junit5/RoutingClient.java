package io.keystonedb.junit5;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;

/** A client that asks anew with each call which database it works on. */
final class RoutingClient {
  private RoutingClient() {}

  /**
   * A client.
   *
   * @param type the SDK's interface of it
   */
  static <T> T create(Class<T> type, Supplier<T> target) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (method.getDeclaringClass() == Object.class) {
                return switch (method.getName()) {
                  case "equals" -> proxy == arguments[0];
                  case "hashCode" -> System.identityHashCode(proxy);
                  default -> "Keystone" + type.getSimpleName() + "[of the current test]";
                };
              }
              if (method.getName().equals("close")) {
                // The client outlives the databases it looks at; there is nothing to release.
                return null;
              }
              try {
                return method.invoke(target.get(), arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
