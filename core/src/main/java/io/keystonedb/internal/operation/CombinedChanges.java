package io.keystonedb.internal.operation;

import io.keystonedb.internal.model.GlobalSecondaryIndexUpdate;
import java.util.List;

/**
 * Which changes one update of a table can't combine. Of several reasons the service names the first
 * in the order here; texts and order were observed in October 2026.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateTable.html">UpdateTable</a>
 */
final class CombinedChanges {
  private final UpdateTable.Input request;
  private final long changes;

  private CombinedChanges(UpdateTable.Input request) {
    this.request = request;
    changes = request.settings() + (request.globalSecondaryIndexUpdates() == null ? 0 : 1);
  }

  static void check(UpdateTable.Input request) {
    new CombinedChanges(request).check();
  }

  private void check() {
    boolean throughput = request.provisionedThroughput() != null;
    boolean stream = request.streamSpecification() != null;
    boolean warm = request.warmThroughput() != null;
    refuse(
        request.sseSpecification() != null && changes > 1,
        "Server-Side Encryption modification must be the only operation in the request");
    refuse(
        request.tableClass() != null && changes > 1,
        "TableClass modification must be the only operation in the request");
    refuse(
        request.deletionProtectionEnabled() != null && changes > 1,
        "DeletionProtection modification must be the only operation in the request");
    refuse(
        request.onDemandThroughput() != null && (stream || warm),
        "OnDemandThroughput can only be combined with BillingMode in an UpdateTable request");
    refuse(
        warm && createsIndex(),
        "Create global secondary index cannot be specified when updating WarmThroughput");
    refuse(warm && changes > 1, "WarmThroughput must be the only operation in the request");
    refuse(
        stream && (throughput || "PROVISIONED".equals(request.billingMode())),
        "You cannot modify stream status while updating table IOPS");
    refuse(
        throughput && (createsIndex() || deletesIndex()),
        "You cannot create or delete index while updating table IOPS");
    refuse(
        stream && (createsIndex() || deletesIndex()),
        "You cannot create or delete index while changing stream status");
  }

  private boolean createsIndex() {
    return indexUpdates().stream().anyMatch(update -> update.create() != null);
  }

  private boolean deletesIndex() {
    return indexUpdates().stream().anyMatch(update -> update.delete() != null);
  }

  private List<GlobalSecondaryIndexUpdate> indexUpdates() {
    return request.globalSecondaryIndexUpdates() == null
        ? List.of()
        : request.globalSecondaryIndexUpdates();
  }

  private static void refuse(boolean combined, String text) {
    if (combined) {
      throw TableSchemaChecks.invalid(text);
    }
  }
}
