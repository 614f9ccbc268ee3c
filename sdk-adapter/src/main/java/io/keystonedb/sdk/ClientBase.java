package io.keystonedb.sdk;

import io.keystonedb.Database;
import io.keystonedb.internal.engine.Engine;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * What the clients of both services, synchronous and asynchronous, have in common. Closing one does
 * not close the database. Thread-safe.
 */
abstract class ClientBase {
  private final Context context;
  private volatile boolean closed;

  ClientBase(Context context) {
    this.context = context;
  }

  /**
   * What a client is made with.
   *
   * @param name the public class that makes such clients
   * @param operations by the numbers that the generated methods call them by
   * @param executor runs the operations of asynchronous clients
   */
  record Context(String name, Database database, List<SdkOperation> operations, Executor executor) {
    Context {
      operations = List.copyOf(operations);
    }
  }

  /** Runs an operation; the generated methods call it. */
  abstract Object call(int operation, Object request);

  /** The answer to {@code serviceClientConfiguration()} where the SDK in use has it. */
  final Object configuration(Class<?> type) {
    return ServiceConfiguration.of(type, openDatabase().engine().account().region());
  }

  final SdkOperation operation(int number) {
    return context.operations().get(number);
  }

  final Executor executor() {
    return context.executor();
  }

  final Database openDatabase() {
    if (closed) {
      throw new IllegalStateException("the client was closed");
    }
    return context.database();
  }

  final Engine engine() {
    return openDatabase().engine();
  }

  /** The name both services share. */
  public String serviceName() {
    return "dynamodb";
  }

  /** Refuses calls from now on. */
  public void close() {
    closed = true;
  }

  @Override
  public String toString() {
    return context.name() + "[" + (closed ? "closed" : "open") + "]";
  }
}
