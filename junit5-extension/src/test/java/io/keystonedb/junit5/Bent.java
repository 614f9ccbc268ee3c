package io.keystonedb.junit5;

import io.keystonedb.Database;
import io.keystonedb.sdk.KeystoneDynamoDbClient;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/** Databases that are wrong in one way. */
final class Bent {
  private Bent() {}

  /**
   * A new database.
   *
   * @param bend makes another request of one, or the answer without asking the database; nothing to
   *     leave it as it is
   */
  static DynamoDbClient client(Function<DynamoDbRequest, Optional<Object>> bend) {
    DynamoDbClient straight = KeystoneDynamoDbClient.create(Database.inMemory());
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            Bent.class.getClassLoader(),
            new Class<?>[] {DynamoDbClient.class},
            (proxy, method, arguments) -> {
              if (arguments != null && arguments[0] instanceof Consumer) {
                return InvocationHandler.invokeDefault(proxy, method, arguments);
              }
              if (arguments != null && arguments[0] instanceof DynamoDbRequest request) {
                Object bent = bend.apply(request).orElse(request);
                if (!(bent instanceof DynamoDbRequest)) {
                  return bent;
                }
                arguments[0] = bent;
              }
              try {
                return method.invoke(straight, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  /** Puts one attribute more than it is told. */
  static DynamoDbClient adding(String name, String value) {
    return client(
        request -> {
          if (!(request instanceof PutItemRequest put)) {
            return Optional.empty();
          }
          Map<String, AttributeValue> item = new HashMap<>(put.item());
          item.put(name, AttributeValue.builder().s(value).build());
          return Optional.of(put.toBuilder().item(item).build());
        });
  }

  /** Says that it has deleted items. */
  static DynamoDbClient keeping() {
    return client(
        request ->
            request instanceof DeleteItemRequest
                ? Optional.of(DeleteItemResponse.builder().build())
                : Optional.empty());
  }
}
