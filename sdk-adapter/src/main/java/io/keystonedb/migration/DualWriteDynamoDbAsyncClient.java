package io.keystonedb.migration;

import io.keystonedb.sdk.support.ClientClass;
import io.keystonedb.sdk.support.Reflection;
import java.lang.invoke.MethodHandles;
import java.time.Duration;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.waiters.DynamoDbAsyncWaiter;

/**
 * The asynchronous form of {@link DualWriteDynamoDbClient}, over two asynchronous clients.
 * Thread-safe.
 *
 * <p>The caller gets the primary's answer or exception and nothing of the shadow's. Closing it
 * waits up to ten seconds for the shadow to get what is due, and closes neither of the two.
 */
public abstract class DualWriteDynamoDbAsyncClient implements DynamoDbAsyncClient {
  private static final ClientClass<DynamoDbAsyncClient> CLASS =
      new ClientClass<>(
          MethodHandles.lookup(),
          DynamoDbAsyncClient.class,
          DualWriteDynamoDbAsyncClient.class,
          DualWriteEngine.class);

  private final DualWriteEngine engine;
  private final AsyncDualWrite calls;
  private final DualWrite dualWrite;

  DualWriteDynamoDbAsyncClient(DualWriteEngine engine) {
    this.engine = engine;
    calls = new AsyncDualWrite(engine);
    dualWrite = new DualWrite(engine);
  }

  /**
   * A client over two others.
   *
   * @param primary answers
   * @param shadow follows
   * @throws IllegalArgumentException if they are the same client
   */
  public static DualWriteBuilder<DualWriteDynamoDbAsyncClient> builder(
      DynamoDbAsyncClient primary, DynamoDbAsyncClient shadow) {
    return DualWriteBuilder.over(primary, shadow, CLASS, DualWriteDynamoDbAsyncClient.class);
  }

  /** What was found out, and the switch between the sides. */
  public final DualWrite dualWrite() {
    return dualWrite;
  }

  /** The generated methods call it. */
  @SuppressWarnings("FutureReturnValueIgnored") // the generated method returns it as what it is
  final Object call(int operation, Object request) {
    return calls.call((SdkRequest) request);
  }

  /** The primary's, where the SDK in use has it. */
  final Object configuration(Class<?> type) {
    return Reflection.answer(DynamoDbAsyncClient.class, "serviceClientConfiguration", primary());
  }

  private DynamoDbAsyncClient primary() {
    return (DynamoDbAsyncClient) engine.roles().primary().client();
  }

  /** The primary's; it waits for the primary only. */
  @Override
  public DynamoDbAsyncWaiter waiter() {
    return primary().waiter();
  }

  @Override
  public String serviceName() {
    return "dynamodb";
  }

  @Override
  public void close() {
    engine.close(Duration.ofSeconds(10));
  }

  @Override
  public String toString() {
    return "DualWriteDynamoDbAsyncClient["
        + engine.roles().primary().client()
        + ", "
        + engine.roles().shadow().client()
        + "]";
  }
}
