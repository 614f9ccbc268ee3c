package io.keystonedb.junit5;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;

/** The synchronous client of a reference as an asynchronous one: it answers before it returns. */
final class AsyncOverSync implements InvocationHandler {
  private final DynamoDbClient client;

  private AsyncOverSync(DynamoDbClient client) {
    this.client = client;
  }

  static DynamoDbAsyncClient of(DynamoDbClient client) {
    return (DynamoDbAsyncClient)
        Proxy.newProxyInstance(
            DynamoDbAsyncClient.class.getClassLoader(),
            new Class<?>[] {DynamoDbAsyncClient.class},
            new AsyncOverSync(client));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (arguments == null
        || arguments.length != 1
        || !(arguments[0] instanceof DynamoDbRequest request)) {
      return switch (method.getName()) {
        case "equals" -> arguments != null && proxy == arguments[0];
        case "hashCode" -> System.identityHashCode(proxy);
        case "toString" -> client.toString();
        default -> throw new UnsupportedOperationException(method.toString());
      };
    }
    try {
      return CompletableFuture.completedFuture(
          DynamoDbClient.class
              .getMethod(method.getName(), request.getClass())
              .invoke(client, request));
    } catch (InvocationTargetException e) {
      return CompletableFuture.failedFuture(e.getTargetException());
    }
  }
}
