package io.keystonedb.sdk;

import io.keystonedb.Database;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.pagination.sync.SdkIterable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The class of clients, made at run time from the {@link DynamoDbClient} of the SDK in use: {@link
 * SyncClient} with one method per operation and per paginator.
 *
 * <p>It is not written in Java because a class with the operations of one SDK version does not
 * load, or breaks reflection and spies, on another. It is not a {@link java.lang.reflect.Proxy}
 * because the JDK's proxies initialize the classes of all requests (on JDK 17), which costs some
 * 0.4 s of CPU in every JVM.
 */
final class ClientClass {
  private static final String NAME = "io/keystonedb/sdk/InProcessDynamoDbClient";
  private static final String BASE = "io/keystonedb/sdk/SyncClient";
  private static final String CLIENT = "software/amazon/awssdk/services/dynamodb/DynamoDbClient";

  private static final List<SdkOperation> OPERATIONS = new ArrayList<>();
  private static final Constructor<?> CONSTRUCTOR = define();

  private ClientClass() {}

  static DynamoDbClient create(Database database) {
    return (DynamoDbClient) Reflection.create(CONSTRUCTOR, database);
  }

  static SdkOperation operation(int index) {
    return OPERATIONS.get(index);
  }

  private static Constructor<?> define() {
    ClassWriter writer = new ClassWriter(NAME, BASE);
    writer.constructor("(Lio/keystonedb/Database;)V");
    for (Method method : DynamoDbClient.class.getDeclaredMethods()) {
      method(writer, method);
    }
    try {
      return MethodHandles.lookup()
          .defineClass(writer.toByteArray())
          .getDeclaredConstructor(Database.class);
    } catch (IllegalAccessException | NoSuchMethodException e) {
      throw new IllegalStateException("cannot define the class of clients", e);
    }
  }

  private static void method(ClassWriter writer, Method method) {
    Class<?> result = method.getReturnType();
    if (method.getParameterCount() == 0) {
      if (method.getName().equals("serviceClientConfiguration") && !method.isBridge()) {
        writer.configuration(method);
      }
      return;
    }
    if (!SdkRequest.class.isAssignableFrom(method.getParameterTypes()[0])) {
      return;
    }
    if (SdkResponse.class.isAssignableFrom(result)) {
      writer.operation(method, OPERATIONS.size());
      OPERATIONS.add(new SdkOperation(method));
    } else if (SdkIterable.class.isAssignableFrom(result)) {
      writer.paginator(method, CLIENT);
    }
  }
}
