package io.keystonedb.internal.operation;

import io.keystonedb.ErrorCode;
import io.keystonedb.KeystoneException;
import io.keystonedb.internal.engine.PendingChange;
import io.keystonedb.internal.engine.RequestContext;
import io.keystonedb.internal.engine.RowWriter;
import io.keystonedb.internal.engine.TableChanges;
import io.keystonedb.internal.engine.TableDefinition;
import io.keystonedb.internal.engine.TableSettings;
import io.keystonedb.internal.engine.ThroughputHistory;
import io.keystonedb.internal.model.ProvisionedThroughput;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One update of one table: what its present state does not allow, and what becomes of it.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html">Quotas</a>
 */
final class TableUpdate {
  private static final int SWITCHES_PER_DAY = 4;

  private final RequestContext context;
  private final TableDefinition table;
  private final TableSettings before;
  private final UpdateTable.Input request;
  private final PendingChange updating;
  private final Instant now;
  private final boolean onDemand;

  TableUpdate(RequestContext context, TableDefinition table, UpdateTable.Input request) {
    this.context = context;
    this.table = table;
    this.before = table.settings();
    this.request = request;
    this.updating = TableChanges.begin(context, "UPDATING");
    this.now = context.now();
    this.onDemand =
        request.billingMode() == null
            ? before.onDemand()
            : request.billingMode().equals("PAY_PER_REQUEST");
  }

  /** The table after the update, and under way to it. */
  TableDefinition apply(RowWriter rows) {
    TableDefinition changed =
        table.withPending(takesTheTable() ? updating : null).withSettings(settings());
    TableDefinition streaming =
        new StreamUpdate(changed, request.streamSpecification()).apply(context, rows);
    return new IndexUpdates(context.engine().account(), streaming, request, updating, now)
        .apply(rows);
  }

  /**
   * Other changes leave the table active, and only show in the part that they change (observed).
   */
  private boolean takesTheTable() {
    boolean indexes =
        request.globalSecondaryIndexUpdates() != null
            && request.globalSecondaryIndexUpdates().stream()
                .anyMatch(update -> update.create() != null || update.delete() != null);
    return indexes
        || request.billingMode() != null
        || request.provisionedThroughput() != null
        || request.streamSpecification() != null
        || request.tableClass() != null;
  }

  private TableSettings settings() {
    ProvisionedThroughput throughput = throughput();
    boolean switched = onDemand && !before.onDemand();
    return new TableSettings(
        throughput,
        history(throughput),
        switched ? now : before.onDemandSince(),
        switched ? switches() : before.onDemandSwitches(),
        OnDemandCeilings.updated(
            before.onDemandThroughput(), request.onDemandThroughput(), onDemand, null),
        WarmThroughputs.updated(
            before.warmThroughput(),
            request.warmThroughput(),
            before.throughput(),
            throughput,
            "table"),
        before.stream(),
        Encryption.updated(before.encryption(), request.sseSpecification()),
        changesClass() ? request.tableClass() : before.tableClass(),
        changesClass() ? now : before.tableClassChangedAt(),
        request.deletionProtectionEnabled() == null
            ? before.deletionProtection()
            : request.deletionProtectionEnabled());
  }

  /** A class that the table has already, named or not, leaves no trace (observed). */
  private boolean changesClass() {
    return request.tableClass() != null
        && !request
            .tableClass()
            .equals(Objects.requireNonNullElse(before.tableClass(), TableClasses.STANDARD));
  }

  private @Nullable ProvisionedThroughput throughput() {
    ProvisionedThroughput requested = request.provisionedThroughput();
    if (onDemand) {
      if (requested != null) {
        throw UpdateTableChecks.throughputOnDemand();
      }
      return null;
    }
    if (requested != null && requested.equals(before.throughput())) {
      throw unchanged("the table", "the table", requested);
    }
    CapacityQuota.checkTable(context.engine().account(), requested);
    return requested == null ? before.throughput() : requested;
  }

  /**
   * The error of throughput that is there already.
   *
   * @param subject what it is of, as the first sentence names it
   * @param resource the same as the other sentences name it
   */
  static KeystoneException unchanged(
      String subject, String resource, ProvisionedThroughput throughput) {
    Long read = throughput.readCapacityUnits();
    Long write = throughput.writeCapacityUnits();
    return KeystoneException.validation(
        "The provisioned throughput for "
            + subject
            + " will not change. The requested value equals the current value. Current ReadCapacityUnits provisioned for "
            + resource
            + ": "
            + read
            + ". Requested ReadCapacityUnits: "
            + read
            + ". Current WriteCapacityUnits provisioned for "
            + resource
            + ": "
            + write
            + ". Requested WriteCapacityUnits: "
            + write
            + ". Refer to the Amazon DynamoDB Developer Guide for current limits and how to request higher limits.");
  }

  private ThroughputHistory history(@Nullable ProvisionedThroughput throughput) {
    ProvisionedThroughput old = before.throughput();
    return throughput == null || old == null || throughput.equals(old)
        ? before.throughputHistory()
        : before.throughputHistory().changed(old, throughput, now);
  }

  private List<Instant> switches() {
    List<Instant> switches = new ArrayList<>();
    for (Instant earlier : before.onDemandSwitches()) {
      if (earlier.isAfter(now.minus(Duration.ofDays(1)))) {
        switches.add(earlier);
      }
    }
    if (switches.size() >= SWITCHES_PER_DAY) {
      throw KeystoneException.of(
          ErrorCode.LIMIT_EXCEEDED,
          "Subscriber limit exceeded: Update to PayPerRequest mode are limited to "
              + SWITCHES_PER_DAY
              + " times in 1 day(s). Last update at "
              + switches.get(switches.size() - 1)
              + ". Next update can be made at "
              + switches.get(0).plus(Duration.ofDays(1)));
    }
    switches.add(now);
    return switches;
  }
}
