package io.keystonedb.internal.engine;

import io.keystonedb.internal.model.OnDemandThroughput;
import io.keystonedb.internal.model.ProvisionedThroughput;
import io.keystonedb.internal.model.SSESpecification;
import io.keystonedb.internal.model.WarmThroughput;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be set on a table and does not change how its items are stored.
 *
 * @param throughput null for a table on demand
 * @param throughputHistory when that was changed
 * @param onDemandSince when the table last became one on demand; null if it never was
 * @param onDemandSwitches when it was switched to on demand, for as long as that limits others
 * @param stream the newest stream; null if there never was one
 * @param tableClass null if it was never given
 * @param tableClassChangedAt when it was last changed; null if it never was
 */
public record TableSettings(
    @Nullable ProvisionedThroughput throughput,
    ThroughputHistory throughputHistory,
    @Nullable Instant onDemandSince,
    List<Instant> onDemandSwitches,
    @Nullable OnDemandThroughput onDemandThroughput,
    @Nullable WarmThroughput warmThroughput,
    @Nullable TableStream stream,
    @Nullable SSESpecification encryption,
    @Nullable String tableClass,
    @Nullable Instant tableClassChangedAt,
    boolean deletionProtection) {

  public TableSettings {
    onDemandSwitches = List.copyOf(onDemandSwitches);
  }

  /** These settings with other provisioned throughput. */
  public TableSettings withThroughput(@Nullable ProvisionedThroughput newThroughput) {
    return new TableSettings(
        newThroughput,
        throughputHistory,
        onDemandSince,
        onDemandSwitches,
        onDemandThroughput,
        warmThroughput,
        stream,
        encryption,
        tableClass,
        tableClassChangedAt,
        deletionProtection);
  }

  /** These settings with other ceilings. */
  public TableSettings withOnDemandThroughput(@Nullable OnDemandThroughput ceilings) {
    return new TableSettings(
        throughput,
        throughputHistory,
        onDemandSince,
        onDemandSwitches,
        ceilings,
        warmThroughput,
        stream,
        encryption,
        tableClass,
        tableClassChangedAt,
        deletionProtection);
  }

  /** These settings with another stream. */
  public TableSettings withStream(TableStream newStream) {
    return new TableSettings(
        throughput,
        throughputHistory,
        onDemandSince,
        onDemandSwitches,
        onDemandThroughput,
        warmThroughput,
        newStream,
        encryption,
        tableClass,
        tableClassChangedAt,
        deletionProtection);
  }

  /** Whether the table is billed per request. */
  public boolean onDemand() {
    return throughput == null;
  }
}
