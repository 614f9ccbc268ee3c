package io.keystonedb.sdk;

import io.keystonedb.KeystoneClock;
import java.time.Duration;
import software.amazon.awssdk.core.retry.RetryPolicyContext;
import software.amazon.awssdk.core.retry.backoff.BackoffStrategy;
import software.amazon.awssdk.core.waiters.WaiterOverrideConfiguration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
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
    return DynamoDbWaiter.builder()
        .client(client)
        .overrideConfiguration(
            WaiterOverrideConfiguration.builder().backoffStrategy(new PassingTime(clock)).build())
        .build();
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
