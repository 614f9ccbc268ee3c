package io.keystonedb.sdk;

import io.keystonedb.Database;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.waiters.DynamoDbWaiter;

/**
 * What all clients have in common; {@link ClientClass} adds the operations that the SDK in use
 * knows. Consumer-builder and no-argument forms are the interface's own. Thread-safe.
 */
abstract class SyncClient implements DynamoDbClient {
  private final Database database;
  private volatile boolean closed;

  SyncClient(Database database) {
    this.database = database;
  }

  /** Runs an operation; the generated methods call it. */
  final Object call(int operation, Object request) {
    return ClientClass.operation(operation).call(openDatabase().engine(), (SdkPojo) request);
  }

  /** The answer to {@code serviceClientConfiguration()} where the SDK in use has it. */
  final Object configuration(Class<?> type) {
    return ServiceConfiguration.of(type, openDatabase().engine().account().region());
  }

  @Override
  public DynamoDbWaiter waiter() {
    return Waiters.sync(this, openDatabase().clock());
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {
    closed = true;
  }

  private Database openDatabase() {
    if (closed) {
      throw new IllegalStateException("the client was closed");
    }
    return database;
  }

  @Override
  public String toString() {
    return "KeystoneDynamoDbClient[" + (closed ? "closed" : "open") + "]";
  }
}
