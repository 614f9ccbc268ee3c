package io.keystonedb.internal.operation;

import io.keystonedb.internal.engine.TableDescriptions;
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

  /** Warm throughput of a table or index that is to be created. */
  static void checkNew(
      @Nullable WarmThroughput wanted,
      @Nullable ProvisionedThroughput provisioned,
      String resource) {
    raised(null, wanted, provisioned, resource);
  }

  /**
   * Warm throughput after an update, of a table or index.
   *
   * @param provisioned its throughput after the update; null on demand
   */
  static @Nullable WarmThroughput updated(
      @Nullable WarmThroughput before,
      @Nullable WarmThroughput update,
      @Nullable ProvisionedThroughput provisioned,
      String resource) {
    return update == null ? before : raised(before, update, provisioned, resource);
  }

  private static @Nullable WarmThroughput raised(
      @Nullable WarmThroughput before,
      @Nullable WarmThroughput wanted,
      @Nullable ProvisionedThroughput provisioned,
      String resource) {
    if (wanted == null) {
      return null;
    }
    WarmThroughput lowest = TableDescriptions.warm(before, provisioned);
    return new WarmThroughput(
        raised(
            "ReadUnitsPerSecond",
            lowest.readUnitsPerSecond(),
            wanted.readUnitsPerSecond(),
            resource),
        raised(
            "WriteUnitsPerSecond",
            lowest.writeUnitsPerSecond(),
            wanted.writeUnitsPerSecond(),
            resource));
  }

  private static @Nullable Long raised(
      String member, @Nullable Long lowest, @Nullable Long wanted, String resource) {
    if (wanted != null && lowest != null && wanted < lowest) {
      throw TableSchemaChecks.invalid(
          "Requested "
              + member
              + " for WarmThroughput for "
              + resource
              + " is lower than current WarmThroughput, decreasing WarmThroughput is not supported");
    }
    return wanted == null ? lowest : wanted;
  }
}
