package io.keystonedb.internal.engine;

import io.keystonedb.internal.model.OnDemandThroughput;
import io.keystonedb.internal.model.ProvisionedThroughput;
import io.keystonedb.internal.model.SSESpecification;
import io.keystonedb.internal.model.StreamSpecification;
import io.keystonedb.internal.model.WarmThroughput;
import org.jspecify.annotations.Nullable;

/**
 * What can be set on a table and does not change how its items are stored.
 *
 * @param throughput null for a table on demand
 * @param tableClass null if it was never given
 */
public record TableSettings(
    @Nullable ProvisionedThroughput throughput,
    @Nullable OnDemandThroughput onDemandThroughput,
    @Nullable WarmThroughput warmThroughput,
    @Nullable StreamSpecification stream,
    @Nullable SSESpecification encryption,
    @Nullable String tableClass,
    boolean deletionProtection) {

  /** Whether the table is billed per request. */
  public boolean onDemand() {
    return throughput == null;
  }
}
