package io.keystonedb.internal.engine;

import io.keystonedb.ErrorCode;
import io.keystonedb.KeystoneException;
import io.keystonedb.internal.model.ProvisionedThroughput;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When the provisioned throughput of a table or index was changed, which limits how often it may
 * decrease.
 *
 * @param decreases how often it decreased on the UTC day of the last decrease
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html#limits-capacity-units-provisioned-throughput">Quotas:
 *     decreasing provisioned throughput</a>
 */
public record ThroughputHistory(
    @Nullable Instant lastIncrease, @Nullable Instant lastDecrease, long decreases) {
  /** Nothing was changed yet. */
  public static final ThroughputHistory NONE = new ThroughputHistory(null, null, 0);

  private static final int FREE_DECREASES = 4;
  private static final Duration BETWEEN_DECREASES = Duration.ofHours(1);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEEE, MMMM d, yyyy h:mm:ss a 'UTC'", Locale.US)
          .withZone(ZoneOffset.UTC);

  /**
   * The history after a change.
   *
   * @throws KeystoneException if it is a decrease that comes too soon
   */
  public ThroughputHistory changed(
      ProvisionedThroughput from, ProvisionedThroughput to, Instant now) {
    boolean decrease = isLess(to.readCapacityUnits(), from.readCapacityUnits());
    decrease |= isLess(to.writeCapacityUnits(), from.writeCapacityUnits());
    boolean increase = isLess(from.readCapacityUnits(), to.readCapacityUnits());
    increase |= isLess(from.writeCapacityUnits(), to.writeCapacityUnits());
    long today = decreasesOn(now);
    if (decrease) {
      checkDecrease(today, now);
    }
    return new ThroughputHistory(
        increase ? now : lastIncrease,
        decrease ? now : lastDecrease,
        decrease ? today + 1 : decreases);
  }

  private static boolean isLess(@Nullable Long one, @Nullable Long other) {
    return Objects.requireNonNull(one) < Objects.requireNonNull(other);
  }

  /** How often it decreased on the day of an instant. */
  long decreasesOn(Instant now) {
    boolean sameDay =
        lastDecrease != null
            && lastDecrease
                .atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .equals(now.atOffset(ZoneOffset.UTC).toLocalDate());
    return sameDay ? decreases : 0;
  }

  private void checkDecrease(long today, Instant now) {
    if (today < FREE_DECREASES || lastDecrease == null) {
      return;
    }
    Instant next = lastDecrease.plus(BETWEEN_DECREASES);
    if (now.isBefore(next)) {
      throw KeystoneException.of(
          ErrorCode.LIMIT_EXCEEDED,
          "Subscriber limit exceeded: Provisioned throughput decreases are limited within a given UTC day. After the first 4 decreases, each subsequent decrease in the same UTC day can be performed at most once every 3600 seconds. Number of decreases today: "
              + today
              + ". Last decrease at "
              + DATE.format(lastDecrease)
              + ". Next decrease can be made at "
              + DATE.format(next));
    }
  }
}
