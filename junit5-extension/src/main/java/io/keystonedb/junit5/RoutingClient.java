package io.keystonedb.junit5;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A client that asks anew with each call which database it works on. */
final class RoutingClient {
  private RoutingClient() {}

  static DynamoDbClient create(Supplier<DynamoDbClient> target) {
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            DynamoDbClient.class.getClassLoader(),
            new Class<?>[] {DynamoDbClient.class},
            (proxy, method, arguments) -> {
              if (method.getDeclaringClass() == Object.class) {
                return switch (method.getName()) {
                  case "equals" -> proxy == arguments[0];
                  case "hashCode" -> System.identityHashCode(proxy);
                  default -> "KeystoneDynamoDbClient[of the current test]";
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
            });
  }
}
