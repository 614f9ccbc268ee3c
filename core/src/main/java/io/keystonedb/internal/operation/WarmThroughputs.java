package io.keystonedb.internal.operation;

import io.keystonedb.internal.model.ProvisionedThroughput;
import io.keystonedb.internal.model.WarmThroughput;
import org.jspecify.annotations.Nullable;

/**
 * Warm throughput, which only goes up.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/warm-throughput.html">Warm
 *     throughput</a>
 */
final class WarmThroughputs {
  private WarmThroughputs() {}

  /** Warm throughput after an update, of a table or index. */
  static @Nullable WarmThroughput updated(
      @Nullable WarmThroughput before,
      @Nullable WarmThroughput update,
      @Nullable ProvisionedThroughput provisioned,
      String resource) {
    if (update == null) {
      return before;
    }
    return new WarmThroughput(
        raised(
            "ReadUnitsPerSecond",
            before == null ? null : before.readUnitsPerSecond(),
            update.readUnitsPerSecond(),
            provisioned == null ? null : provisioned.readCapacityUnits(),
            resource),
        raised(
            "WriteUnitsPerSecond",
            before == null ? null : before.writeUnitsPerSecond(),
            update.writeUnitsPerSecond(),
            provisioned == null ? null : provisioned.writeCapacityUnits(),
            resource));
  }

  private static @Nullable Long raised(
      String member,
      @Nullable Long before,
      @Nullable Long update,
      @Nullable Long provisioned,
      String resource) {
    if (update == null) {
      return before;
    }
    boolean lower = before != null && update < before;
    if (lower || (provisioned != null && update < provisioned)) {
      throw TableSchemaChecks.invalid(
          "Requested "
              + member
              + " for WarmThroughput for "
              + resource
              + " is lower than current WarmThroughput, decreasing WarmThroughput is not supported");
    }
    return update;
  }
}
