package io.keystonedb.sdk;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.pagination.sync.SdkIterable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Decides what a method of the SDK's client interface does: by its form where it has one, by its
 * name for the few that every client has.
 */
final class ClientMethods {
  private ClientMethods() {}

  static ClientMethod resolve(Method method) {
    if (method.getDeclaringClass() == Object.class) {
      return objectMethod(method);
    }
    return method.getParameterCount() == 1 ? withArgument(method) : withoutArgument(method);
  }

  private static ClientMethod withArgument(Method method) {
    Class<?> result = method.getReturnType();
    if (SdkRequest.class.isAssignableFrom(method.getParameterTypes()[0])) {
      if (SdkResponse.class.isAssignableFrom(result)) {
        return new SdkOperation(method);
      }
      if (SdkIterable.class.isAssignableFrom(result)) {
        return paginator(method);
      }
    }
    return inherited(method);
  }

  private static ClientMethod withoutArgument(Method method) {
    return switch (method.getName()) {
      case "close" ->
          (handler, client, args) -> {
            handler.close();
            return null;
          };
      case "serviceName" -> (handler, client, args) -> DynamoDbClient.SERVICE_NAME;
      case "waiter" -> (handler, client, args) -> Waiters.sync(client, handler.database().clock());
      case "serviceClientConfiguration" ->
          (handler, client, args) ->
              ServiceConfiguration.of(
                  method.getReturnType(), handler.database().engine().account().region());
      default -> inherited(method);
    };
  }

  /** Old SDKs have no default for these, so they are made here for all. */
  private static ClientMethod paginator(Method method) {
    Constructor<?> constructor;
    try {
      constructor =
          method
              .getReturnType()
              .getConstructor(DynamoDbClient.class, method.getParameterTypes()[0]);
    } catch (NoSuchMethodException e) {
      return inherited(method);
    }
    return (handler, client, args) -> constructor.newInstance(client, args[0]);
  }

  /** Consumer-builder and no-argument forms lead to the operations by themselves. */
  private static ClientMethod inherited(Method method) {
    if (method.isDefault()) {
      return (handler, client, args) -> InvocationHandler.invokeDefault(client, method, args);
    }
    return (handler, client, args) -> {
      throw new UnsupportedOperationException("KeystoneDB does not support " + method);
    };
  }

  private static ClientMethod objectMethod(Method method) {
    return switch (method.getName()) {
      case "equals" -> (handler, client, args) -> client == args[0];
      case "hashCode" -> (handler, client, args) -> System.identityHashCode(client);
      default -> (handler, client, args) -> handler.toString();
    };
  }
}
