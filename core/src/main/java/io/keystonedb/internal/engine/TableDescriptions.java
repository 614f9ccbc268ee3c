package io.keystonedb.internal.engine;

import io.keystonedb.internal.model.AttributeDefinition;
import io.keystonedb.internal.model.BillingModeSummary;
import io.keystonedb.internal.model.GlobalSecondaryIndexDescription;
import io.keystonedb.internal.model.KeySchemaElement;
import io.keystonedb.internal.model.LocalSecondaryIndexDescription;
import io.keystonedb.internal.model.OnDemandThroughput;
import io.keystonedb.internal.model.Projection;
import io.keystonedb.internal.model.ProvisionedThroughput;
import io.keystonedb.internal.model.ProvisionedThroughputDescription;
import io.keystonedb.internal.model.SSEDescription;
import io.keystonedb.internal.model.SSESpecification;
import io.keystonedb.internal.model.StreamSpecification;
import io.keystonedb.internal.model.TableClassSummary;
import io.keystonedb.internal.model.TableDescription;
import io.keystonedb.internal.model.WarmThroughput;
import io.keystonedb.internal.model.WarmThroughputDescription;
import io.keystonedb.internal.value.KeyAttribute;
import io.keystonedb.internal.value.KeyAttributes;
import io.keystonedb.storage.Measure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Describes tables in the service's words.
 *
 * <p>The service refreshes counts and sizes about every six hours; here they are exact at any time.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TableDescription.html">TableDescription</a>
 */
public final class TableDescriptions {
  private static final long WARM_READ_UNITS = 12_000;
  private static final long WARM_WRITE_UNITS = 4_000;

  private final Account account;
  private final RowReader rows;
  private final TableDefinition table;
  private final Instant now;
  private final View view;

  /** How much the service shows. */
  private enum View {
    ALL,
    /** Warm throughput only where it was asked for, and never of indexes. */
    CREATED,
    /** No schema and no indexes. */
    DELETED
  }

  private TableDescriptions(
      RequestContext context, RowReader rows, TableDefinition table, View view) {
    account = context.engine().account();
    now = context.now();
    this.rows = rows;
    this.table = table;
    this.view = view;
  }

  /** The table as it stands. */
  public static TableDescription describe(
      RequestContext context, RowReader rows, TableDefinition table) {
    return new TableDescriptions(context, rows, table, View.ALL).describe();
  }

  /** A new table as the answer to its creation shows it (observed in October 2026). */
  public static TableDescription describeCreated(
      RequestContext context, RowReader rows, TableDefinition table) {
    return new TableDescriptions(context, rows, table, View.CREATED).describe();
  }

  /**
   * A table as the answer to its deletion shows it: the API reference, and what was observed, have
   * neither its schema nor its indexes.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DeleteTable.html#API_DeleteTable_Examples">DeleteTable:
   *     examples</a>
   */
  public static TableDescription describeDeleted(
      RequestContext context, RowReader rows, TableDefinition table) {
    return new TableDescriptions(context, rows, table, View.DELETED).describe();
  }

  private TableDescription describe() {
    TableSettings settings = table.settings();
    Measure items = measure(null);
    List<LocalSecondaryIndexDescription> local = new ArrayList<>();
    List<GlobalSecondaryIndexDescription> global = new ArrayList<>();
    boolean schema = view != View.DELETED;
    for (IndexDefinition index : schema ? table.indexes() : List.<IndexDefinition>of()) {
      if (index.global()) {
        global.add(global(index));
      } else {
        local.add(local(index));
      }
    }
    TableStream stream = settings.stream();
    return new TableDescription(
        schema ? attributes() : null,
        table.name(),
        schema ? keySchema(table.key()) : null,
        table.status(),
        schema ? table.createdAt() : null,
        throughput(settings.throughput(), settings.throughputHistory()),
        items.weight(),
        items.count(),
        account.tableArn(table.name()),
        table.id().toString(),
        billingMode(),
        local.isEmpty() ? null : local,
        global.isEmpty() ? null : global,
        stream != null && stream.enabled()
            ? new StreamSpecification(true, stream.viewType())
            : null,
        stream == null ? null : stream.label(),
        stream == null ? null : account.streamArn(table.name(), stream.label()),
        encryption(settings.encryption()),
        tableClass(),
        settings.deletionProtection(),
        settings.onDemandThroughput(),
        warm());
  }

  /** The service lists definitions by name. */
  private List<AttributeDefinition> attributes() {
    return table.attributes().stream()
        .sorted(
            Comparator.comparing(definition -> Objects.requireNonNull(definition.attributeName())))
        .toList();
  }

  /** The service lists what is projected by name. */
  private static Projection sorted(Projection projection) {
    List<String> attributes = projection.nonKeyAttributes();
    return attributes == null
        ? projection
        : new Projection(projection.projectionType(), attributes.stream().sorted().toList());
  }

  private @Nullable WarmThroughputDescription warm() {
    TableSettings settings = table.settings();
    boolean shown =
        switch (view) {
          case ALL -> true;
          case CREATED -> settings.warmThroughput() != null;
          case DELETED -> false;
        };
    return shown ? warm(settings.warmThroughput(), settings.throughput(), table.status()) : null;
  }

  private @Nullable BillingModeSummary billingMode() {
    Instant since = table.settings().onDemandSince();
    if (since == null) {
      return null;
    }
    return new BillingModeSummary(
        table.settings().onDemand() ? "PAY_PER_REQUEST" : "PROVISIONED",
        table.status().equals(PendingChange.CREATING) ? null : since);
  }

  private @Nullable TableClassSummary tableClass() {
    String tableClass = table.settings().tableClass();
    return tableClass == null
        ? null
        : new TableClassSummary(tableClass, table.settings().tableClassChangedAt());
  }

  private LocalSecondaryIndexDescription local(IndexDefinition index) {
    Measure entries = measure(index);
    return new LocalSecondaryIndexDescription(
        index.name(),
        keySchema(index.key()),
        sorted(index.projection()),
        entries.weight(),
        entries.count(),
        arn(index));
  }

  private GlobalSecondaryIndexDescription global(IndexDefinition index) {
    Measure entries = measure(index);
    OnDemandThroughput onDemand = index.onDemandThroughput();
    return new GlobalSecondaryIndexDescription(
        index.name(),
        keySchema(index.key()),
        sorted(index.projection()),
        index.status(),
        backfilling(index),
        throughput(index.throughput(), index.throughputHistory()),
        entries.weight(),
        entries.count(),
        arn(index),
        onDemand,
        view == View.CREATED
            ? null
            : warm(index.warmThroughput(), index.throughput(), index.status()));
  }

  /** Absent for an index that is made together with its table. */
  private @Nullable Boolean backfilling(IndexDefinition index) {
    if (!index.isBackfilling() || table.status().equals(PendingChange.CREATING)) {
      return null;
    }
    return table.pending() == null;
  }

  private String arn(IndexDefinition index) {
    return account.tableArn(table.name()) + "/index/" + index.name();
  }

  private ProvisionedThroughputDescription throughput(
      @Nullable ProvisionedThroughput throughput, ThroughputHistory history) {
    return new ProvisionedThroughputDescription(
        history.lastIncrease(),
        history.lastDecrease(),
        history.decreasesOn(now),
        throughput == null ? Long.valueOf(0) : throughput.readCapacityUnits(),
        throughput == null ? Long.valueOf(0) : throughput.writeCapacityUnits());
  }

  private static WarmThroughputDescription warm(
      @Nullable WarmThroughput given, @Nullable ProvisionedThroughput provisioned, String status) {
    WarmThroughput warm = warm(given, provisioned);
    return new WarmThroughputDescription(
        warm.readUnitsPerSecond(),
        warm.writeUnitsPerSecond(),
        given == null || status.equals("ACTIVE") ? "ACTIVE" : "UPDATING");
  }

  /**
   * What a table or index can take at once: what was given for it, and at the lowest what it is
   * provisioned with, or the service's default on demand.
   */
  public static WarmThroughput warm(
      @Nullable WarmThroughput given, @Nullable ProvisionedThroughput provisioned) {
    Long read = provisioned == null ? null : provisioned.readCapacityUnits();
    Long write = provisioned == null ? null : provisioned.writeCapacityUnits();
    return new WarmThroughput(
        larger(given == null ? null : given.readUnitsPerSecond(), read, WARM_READ_UNITS),
        larger(given == null ? null : given.writeUnitsPerSecond(), write, WARM_WRITE_UNITS));
  }

  private static long larger(@Nullable Long given, @Nullable Long provisioned, long onDemand) {
    long lowest = provisioned == null ? onDemand : provisioned;
    return given == null ? lowest : Math.max(given, lowest);
  }

  private @Nullable SSEDescription encryption(@Nullable SSESpecification encryption) {
    return encryption == null || !encryption.usesKey()
        ? null
        : new SSEDescription("ENABLED", "KMS", account.keyArn(encryption.kmsMasterKeyId()));
  }

  /** A key as the service describes it. */
  public static List<KeySchemaElement> keySchema(KeyAttributes key) {
    List<KeySchemaElement> schema = new ArrayList<>();
    for (KeyAttribute attribute : key.partition()) {
      schema.add(new KeySchemaElement(attribute.name(), "HASH"));
    }
    for (KeyAttribute attribute : key.sort()) {
      schema.add(new KeySchemaElement(attribute.name(), "RANGE"));
    }
    return schema;
  }

  private Measure measure(@Nullable IndexDefinition index) {
    return rows.measure(rows.keys().items(table, index));
  }
}
