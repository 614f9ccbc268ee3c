package io.keystonedb.internal.operation;

import io.keystonedb.ErrorCode;
import io.keystonedb.KeystoneException;
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

  /**
   * Warm throughput of a table or index that is to be created. What is too low for it was observed
   * in October 2026.
   *
   * @param provisioned its throughput; null on demand
   * @param resource such as {@code table} or {@code index books}
   */
  static void checkNew(
      @Nullable WarmThroughput wanted,
      @Nullable ProvisionedThroughput provisioned,
      String resource) {
    if (wanted == null) {
      return;
    }
    WarmThroughput lowest = TableDescriptions.warm(null, provisioned);
    checkNew(
        "Read", wanted.readUnitsPerSecond(), lowest.readUnitsPerSecond(), provisioned, resource);
    checkNew(
        "Write", wanted.writeUnitsPerSecond(), lowest.writeUnitsPerSecond(), provisioned, resource);
  }

  private static void checkNew(
      String kind,
      @Nullable Long wanted,
      @Nullable Long lowest,
      @Nullable ProvisionedThroughput provisioned,
      String resource) {
    if (isLower(wanted, lowest)) {
      throw TableSchemaChecks.invalid(
          requested(kind, resource)
              + (provisioned == null
                  ? "initial throughput for OnDemand. See: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/on-demand-capacity-mode.html#on-demand-capacity-mode-initial"
                  : kind + "CapacityUnits of ProvisionedThroughput"));
    }
  }

  private static String requested(String kind, String resource) {
    return "Requested "
        + kind
        + "UnitsPerSecond for WarmThroughput for "
        + resource
        + " is lower than ";
  }

  private static boolean isLower(@Nullable Long wanted, @Nullable Long lowest) {
    return wanted != null && lowest != null && wanted < lowest;
  }

  /** The service fails on an update with nothing in it. */
  static void notEmpty(@Nullable WarmThroughput update) {
    if (update != null
        && update.readUnitsPerSecond() == null
        && update.writeUnitsPerSecond() == null) {
      throw KeystoneException.of(ErrorCode.INTERNAL_FAILURE, "");
    }
  }

  /**
   * Warm throughput after an update, of a table or index.
   *
   * @param old its throughput before the update; null on demand
   * @param provisioned its throughput after the update; null on demand
   */
  static @Nullable WarmThroughput updated(
      @Nullable WarmThroughput before,
      @Nullable WarmThroughput update,
      @Nullable ProvisionedThroughput old,
      @Nullable ProvisionedThroughput provisioned,
      String resource) {
    WarmThroughput kept = kept(before, old, provisioned);
    return update == null ? kept : raised(kept, update, provisioned, resource);
  }

  /** What was provisioned once stays warm when less is (observed in October 2026). */
  static @Nullable WarmThroughput kept(
      @Nullable WarmThroughput before,
      @Nullable ProvisionedThroughput old,
      @Nullable ProvisionedThroughput provisioned) {
    WarmThroughput warm = TableDescriptions.warm(before, old);
    WarmThroughput warmAnyway = TableDescriptions.warm(before, provisioned);
    return isLower(warmAnyway.readUnitsPerSecond(), warm.readUnitsPerSecond())
            || isLower(warmAnyway.writeUnitsPerSecond(), warm.writeUnitsPerSecond())
        ? warm
        : before;
  }

  private static WarmThroughput raised(
      @Nullable WarmThroughput before,
      WarmThroughput wanted,
      @Nullable ProvisionedThroughput provisioned,
      String resource) {
    WarmThroughput lowest = TableDescriptions.warm(before, provisioned);
    return new WarmThroughput(
        raised("Read", lowest.readUnitsPerSecond(), wanted.readUnitsPerSecond(), resource),
        raised("Write", lowest.writeUnitsPerSecond(), wanted.writeUnitsPerSecond(), resource));
  }

  private static @Nullable Long raised(
      String kind, @Nullable Long lowest, @Nullable Long wanted, String resource) {
    if (isLower(wanted, lowest)) {
      throw TableSchemaChecks.invalid(
          requested(kind, resource)
              + "current WarmThroughput, decreasing WarmThroughput is not supported");
    }
    return wanted == null ? lowest : wanted;
  }
}
