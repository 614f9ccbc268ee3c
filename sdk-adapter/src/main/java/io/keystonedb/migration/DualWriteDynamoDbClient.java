package io.keystonedb.migration;

import io.keystonedb.sdk.support.ClientClass;
import io.keystonedb.sdk.support.Reflection;
import java.lang.invoke.MethodHandles;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.waiters.DynamoDbWaiter;

/**
 * A client over two others: it answers as the primary does, has the shadow do the same, and
 * compares. Thread-safe.
 *
 * <pre>{@code
 * DualWriteDynamoDbClient client = DualWriteDynamoDbClient.builder(dynamoDb, keystoneDb).build();
 * new Users(client).register("alice");
 * client.dualWrite().discrepancies();
 * }</pre>
 *
 * <p>The caller gets the primary's answer or exception and nothing of the shadow's. Closing it
 * waits up to ten seconds for the shadow to get what is due, and closes neither of the two.
 */
public abstract class DualWriteDynamoDbClient implements DynamoDbClient {
  private static final ClientClass<DynamoDbClient> CLASS =
      new ClientClass<>(
          MethodHandles.lookup(),
          DynamoDbClient.class,
          DualWriteDynamoDbClient.class,
          DualWriteEngine.class);

  private final DualWriteEngine engine;
  private final SyncDualWrite calls;
  private final DualWrite dualWrite;

  DualWriteDynamoDbClient(DualWriteEngine engine) {
    this.engine = engine;
    calls = new SyncDualWrite(engine);
    dualWrite = new DualWrite(engine);
  }

  /**
   * A client over two others.
   *
   * @param primary answers
   * @param shadow follows
   * @throws IllegalArgumentException if they are the same client
   */
  public static DualWriteBuilder<DualWriteDynamoDbClient> builder(
      DynamoDbClient primary, DynamoDbClient shadow) {
    return DualWriteBuilder.over(primary, shadow, CLASS, DualWriteDynamoDbClient.class);
  }

  static Side side(DynamoDbClient client, NameTranslation names) {
    return new Side(client, CLASS.operations(), names);
  }

  /** What was found out, and the switch between the sides. */
  public final DualWrite dualWrite() {
    return dualWrite;
  }

  /** The generated methods call it. */
  final @Nullable Object call(int operation, Object request) {
    return calls.call((SdkRequest) request);
  }

  /** The primary's, where the SDK in use has it. */
  final Object configuration(Class<?> type) {
    return Reflection.answer(DynamoDbClient.class, "serviceClientConfiguration", primary());
  }

  private DynamoDbClient primary() {
    return (DynamoDbClient) engine.roles().primary().client();
  }

  /** The primary's; it waits for the primary only. */
  @Override
  public DynamoDbWaiter waiter() {
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
    return "DualWriteDynamoDbClient["
        + engine.roles().primary().client()
        + ", "
        + engine.roles().shadow().client()
        + "]";
  }
}
