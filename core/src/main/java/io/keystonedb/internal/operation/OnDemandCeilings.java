package io.keystonedb.internal.operation;

import io.keystonedb.ErrorCode;
import io.keystonedb.KeystoneException;
import io.keystonedb.internal.engine.IndexDefinition;
import io.keystonedb.internal.engine.TableDefinition;
import io.keystonedb.internal.engine.TableSettings;
import io.keystonedb.internal.model.OnDemandThroughput;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ceilings of throughput on demand: an update gives one or both of them, and {@code -1} removes
 * one. The answer to the update still shows the {@code -1}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_OnDemandThroughput.html">OnDemandThroughput</a>
 */
final class OnDemandCeilings {
  private static final long NONE = -1;

  private OnDemandCeilings() {}

  /** The service fails on an update that has ceilings with nothing in them. */
  static void notEmpty(@Nullable OnDemandThroughput update) {
    if (update != null
        && update.maxReadRequestUnits() == null
        && update.maxWriteRequestUnits() == null) {
      throw KeystoneException.of(ErrorCode.INTERNAL_FAILURE, "");
    }
  }

  /** Ceilings of a table that is to be created; without members they don't count. */
  static void checkNewTable(@Nullable OnDemandThroughput ceilings, boolean onDemand) {
    checkNew(ceilings, onDemand, "", "table");
  }

  /** Ceilings of an index that is to be created with its table. */
  static void checkNewIndex(
      @Nullable OnDemandThroughput ceilings, boolean onDemand, @Nullable String index) {
    checkNew(ceilings, onDemand, " for index: " + index, "index : " + index);
  }

  private static void checkNew(
      @Nullable OnDemandThroughput ceilings, boolean onDemand, String suffix, String resource) {
    if (ceilings != null) {
      checkNew("MaxReadRequestUnits", ceilings.maxReadRequestUnits(), onDemand, suffix, resource);
      checkNew("MaxWriteRequestUnits", ceilings.maxWriteRequestUnits(), onDemand, suffix, resource);
    }
  }

  private static void checkNew(
      String member, @Nullable Long units, boolean onDemand, String suffix, String resource) {
    if (units != null && !onDemand) {
      throw TableSchemaChecks.invalid(
          member
              + " for OnDemandThroughput"
              + suffix
              + " cannot be specified when table BillingMode is PROVISIONED.");
    }
    if (units != null && units < 1) {
      throw outOfRange(member, resource);
    }
  }

  /**
   * Ceilings after an update.
   *
   * @param index whose they are; null for the table's
   */
  static @Nullable OnDemandThroughput updated(
      @Nullable OnDemandThroughput before,
      @Nullable OnDemandThroughput update,
      boolean onDemand,
      @Nullable String index) {
    if (update == null) {
      return onDemand ? before : null;
    }
    check("MaxReadRequestUnits", update.maxReadRequestUnits(), onDemand, index);
    check("MaxWriteRequestUnits", update.maxWriteRequestUnits(), onDemand, index);
    return new OnDemandThroughput(
        merged(before == null ? null : before.maxReadRequestUnits(), update.maxReadRequestUnits()),
        merged(
            before == null ? null : before.maxWriteRequestUnits(), update.maxWriteRequestUnits()));
  }

  private static void check(
      String member, @Nullable Long units, boolean onDemand, @Nullable String index) {
    if (units != null && !onDemand) {
      throw TableSchemaChecks.invalid(
          member
              + " for OnDemandThroughput"
              + (index == null ? "" : " for index : " + index)
              + " cannot be specified when the table BillingMode is PROVISIONED");
    }
    if (units != null && units < 1 && units != NONE) {
      throw outOfRange(member, index == null ? "table" : "index : " + index);
    }
  }

  private static KeystoneException outOfRange(String member, String resource) {
    return TableSchemaChecks.invalid(
        "Requested "
            + member
            + " for OnDemandThroughput for "
            + resource
            + " is outside of valid range");
  }

  private static @Nullable Long merged(@Nullable Long before, @Nullable Long update) {
    return update == null ? before : update;
  }

  /** A definition as it is to be stored: ceilings that were removed are not there. */
  static TableDefinition withoutRemoved(TableDefinition table) {
    TableSettings settings = table.settings();
    List<IndexDefinition> indexes =
        table.indexes().stream()
            .map(
                index ->
                    index.withThroughput(
                        index.throughput(),
                        index.throughputHistory(),
                        withoutRemoved(index.onDemandThroughput()),
                        index.warmThroughput()))
            .toList();
    return table
        .withIndexes(table.attributes(), indexes)
        .withSettings(
            settings.withOnDemandThroughput(withoutRemoved(settings.onDemandThroughput())));
  }

  static @Nullable OnDemandThroughput withoutRemoved(@Nullable OnDemandThroughput ceilings) {
    if (ceilings == null) {
      return null;
    }
    Long read = withoutRemoved(ceilings.maxReadRequestUnits());
    Long write = withoutRemoved(ceilings.maxWriteRequestUnits());
    return read == null && write == null ? null : new OnDemandThroughput(read, write);
  }

  private static @Nullable Long withoutRemoved(@Nullable Long units) {
    return units == null || units == NONE ? null : units;
  }
}
