package io.keystonedb.sdk;

import io.keystonedb.Database;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What stands behind the proxy of {@link DynamoDbClient}.
 *
 * <p>A proxy and not a class: a class that overrides the operations of one SDK version does not
 * load, or breaks reflection and spies, on another. Thread-safe.
 */
final class SyncHandler implements InvocationHandler {
  /** What each method of the interface does; the same for every client. */
  private static final ConcurrentHashMap<Method, ClientMethod> METHODS = new ConcurrentHashMap<>();

  private final Database database;
  private volatile boolean closed;

  SyncHandler(Database database) {
    this.database = database;
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] args)
      throws Throwable {
    ClientMethod clientMethod = METHODS.get(method);
    if (clientMethod == null) {
      clientMethod = ClientMethods.resolve(method);
      METHODS.put(method, clientMethod);
    }
    // A spy is another instance of the proxy class: it, and not the original, is what we hand on.
    return clientMethod.call(this, (DynamoDbClient) proxy, args == null ? NO_ARGUMENTS : args);
  }

  private static final Object[] NO_ARGUMENTS = {};

  /**
   * The database this client works on.
   *
   * @throws IllegalStateException if the client was closed
   */
  Database database() {
    if (closed) {
      throw new IllegalStateException("the client was closed");
    }
    return database;
  }

  void close() {
    closed = true;
  }

  @Override
  public String toString() {
    return "KeystoneDynamoDbClient[" + (closed ? "closed" : "open") + "]";
  }
}
