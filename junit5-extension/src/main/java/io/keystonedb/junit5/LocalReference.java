package io.keystonedb.junit5;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * DynamoDB Local in this JVM. It need not be on the class path and has changed its packages, so it
 * is used by reflection.
 */
final class LocalReference {
  private static final List<String> GENERATIONS =
      List.of(
          "software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded",
          "com.amazonaws.services.dynamodbv2.local.embedded.DynamoDBEmbedded");

  private LocalReference() {}

  /** A new, empty one. */
  static ReferenceSide start(Origin origin) {
    Class<?> embedded = find(origin);
    try {
      Method create = embedded.getMethod("create");
      Object local = create.invoke(null);
      Class<?> type = create.getReturnType();
      DynamoDbClient client = client(type, local, origin);
      return ReferenceSide.owned(client, () -> stop(type, local));
    } catch (InvocationTargetException e) {
      throw cannotStart(origin, e.getTargetException());
    } catch (ReflectiveOperationException | LinkageError e) {
      throw cannotStart(origin, e);
    }
  }

  private static Class<?> find(Origin origin) {
    Class<?> embedded = find(GENERATIONS, origin.testClass().getClassLoader());
    if (embedded == null) {
      throw origin.mistake(
          "reference = DYNAMODB_LOCAL",
          "DynamoDB Local is not on the class path",
          "add software.amazon.dynamodb:DynamoDBLocal to the test dependencies");
    }
    return embedded;
  }

  private static @Nullable Class<?> find(List<String> names, ClassLoader loader) {
    for (String name : names) {
      try {
        return Class.forName(name, true, loader);
      } catch (ClassNotFoundException e) {
        // The next generation, if any.
      }
    }
    return null;
  }

  private static DynamoDbClient client(Class<?> type, Object local, Origin origin)
      throws ReflectiveOperationException {
    try {
      return (DynamoDbClient) type.getMethod("dynamoDbClient").invoke(local);
    } catch (NoSuchMethodException e) {
      throw origin.mistake(
          "reference = DYNAMODB_LOCAL",
          "the DynamoDB Local on the class path has no client of the SDK's version 2",
          "take software.amazon.dynamodb:DynamoDBLocal 3.0, or com.amazonaws:DynamoDBLocal 2.0, or"
              + " newer",
          e);
    }
  }

  private static RuntimeException cannotStart(Origin origin, Throwable cause) {
    return origin.mistake(
        "reference = DYNAMODB_LOCAL",
        "DynamoDB Local does not start: " + cause,
        "give it the versions of its own dependencies, and where it looks for the library of"
            + " sqlite4java the system property sqlite4java.library.path; its releases from 3.0 bring"
            + " that along",
        cause);
  }

  private static void stop(Class<?> type, Object local) {
    try {
      type.getMethod("shutdownNow").invoke(local);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot stop DynamoDB Local", e);
    }
  }
}
