package io.keystonedb.sdk;

import io.keystonedb.KeystoneClock;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.core.retry.RetryPolicyContext;
import software.amazon.awssdk.core.retry.backoff.BackoffStrategy;
import software.amazon.awssdk.core.waiters.WaiterOverrideConfiguration;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.waiters.DynamoDbAsyncWaiter;
import software.amazon.awssdk.services.dynamodb.waiters.DynamoDbWaiter;

/** The SDK's waiters, waiting on the clock of the database. */
final class Waiters {
  /**
   * What the service's waiters wait between two looks.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/cli/latest/reference/dynamodb/wait/table-exists.html">table-exists</a>
   */
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(20);

  /** In reality: long enough that another thread can bring about what is waited for. */
  private static final Duration REAL_PAUSE = Duration.ofMillis(10);

  private Waiters() {}

  static DynamoDbWaiter sync(DynamoDbClient client, KeystoneClock clock) {
    return DynamoDbWaiter.builder().client(client).overrideConfiguration(passing(clock)).build();
  }

  static DynamoDbAsyncWaiter async(DynamoDbAsyncClient client, KeystoneClock clock) {
    return DynamoDbAsyncWaiter.builder()
        .client(client)
        .scheduledExecutorService(Timer.EXECUTOR)
        .overrideConfiguration(passing(clock))
        .build();
  }

  private static WaiterOverrideConfiguration passing(KeystoneClock clock) {
    return WaiterOverrideConfiguration.builder().backoffStrategy(new PassingTime(clock)).build();
  }

  /** Makes asynchronous waiters look again; its one thread ends when there is nothing to do. */
  private static final class Timer {
    static final ScheduledExecutorService EXECUTOR = executor();

    private static ScheduledExecutorService executor() {
      ScheduledThreadPoolExecutor executor =
          new ScheduledThreadPoolExecutor(
              1,
              task -> {
                Thread thread = new Thread(task, "keystonedb-waiters");
                thread.setDaemon(true);
                return thread;
              });
      executor.setKeepAliveTime(1, TimeUnit.SECONDS);
      executor.allowCoreThreadTimeOut(true);
      return executor;
    }
  }

  /** Lets the time between two looks pass on the clock, so that what is due then is done. */
  private static final class PassingTime implements BackoffStrategy {
    private final KeystoneClock clock;

    PassingTime(KeystoneClock clock) {
      this.clock = clock;
    }

    @Override
    public Duration computeDelayBeforeNextRetry(RetryPolicyContext context) {
      clock.advance(BETWEEN_LOOKS);
      return REAL_PAUSE;
    }
  }
}
