package io.keystonedb.internal.operation;

import io.keystonedb.internal.engine.IndexDefinition;
import io.keystonedb.internal.engine.RequestContext;
import io.keystonedb.internal.engine.TableChanges;
import io.keystonedb.internal.engine.TableDefinition;
import io.keystonedb.internal.engine.TableDescriptions;
import io.keystonedb.internal.engine.Tables;
import io.keystonedb.internal.model.AttributeDefinition;
import io.keystonedb.internal.model.GlobalSecondaryIndexUpdate;
import io.keystonedb.internal.model.OnDemandThroughput;
import io.keystonedb.internal.model.ProvisionedThroughput;
import io.keystonedb.internal.model.SSESpecification;
import io.keystonedb.internal.model.Shapes;
import io.keystonedb.internal.model.StreamSpecification;
import io.keystonedb.internal.model.TableDescription;
import io.keystonedb.internal.model.WarmThroughput;
import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import io.keystonedb.internal.shape.ValidationLayer;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Changes the settings of a table, and adds, changes or deletes global secondary indexes.
 *
 * <p>Order of checks: table name, declared constraints, {@link UpdateTableChecks}, table, whether
 * something is under way, then {@link TableUpdate}: what the table as it is does not allow.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateTable.html">UpdateTable</a>
 */
public final class UpdateTable extends Operation<UpdateTable.Input, UpdateTable.Output> {

  /** The request. */
  public record Input(
      String tableName,
      @Nullable List<AttributeDefinition> attributeDefinitions,
      @Nullable String billingMode,
      @Nullable ProvisionedThroughput provisionedThroughput,
      @Nullable List<GlobalSecondaryIndexUpdate> globalSecondaryIndexUpdates,
      @Nullable StreamSpecification streamSpecification,
      @Nullable SSESpecification sseSpecification,
      @Nullable String tableClass,
      @Nullable Boolean deletionProtectionEnabled,
      @Nullable OnDemandThroughput onDemandThroughput,
      @Nullable WarmThroughput warmThroughput) {
    static final Structure SHAPE =
        Structure.of(
            Input.class,
            Member.optional("TableName", Shapes.TABLE_ARN),
            Member.optional("AttributeDefinitions", Shapes.listOf(AttributeDefinition.SHAPE)),
            Member.optional("BillingMode", Shapes.oneOf("PROVISIONED", "PAY_PER_REQUEST")),
            Member.optional("ProvisionedThroughput", ProvisionedThroughput.SHAPE),
            Member.optional(
                "GlobalSecondaryIndexUpdates", Shapes.listOf(GlobalSecondaryIndexUpdate.SHAPE)),
            Member.optional("StreamSpecification", StreamSpecification.SHAPE),
            Member.optional("SSESpecification", SSESpecification.SHAPE),
            Member.optional("TableClass", Shapes.TEXT),
            Member.optional("DeletionProtectionEnabled", Shapes.FLAG),
            Member.optional("OnDemandThroughput", OnDemandThroughput.SHAPE),
            Member.optional("WarmThroughput", WarmThroughput.SHAPE));

    /** How many settings of the table it changes; updates of indexes do not count. */
    long settings() {
      return Stream.of(
              billingMode,
              provisionedThroughput,
              streamSpecification,
              sseSpecification,
              tableClass,
              deletionProtectionEnabled,
              onDemandThroughput,
              warmThroughput)
          .filter(Objects::nonNull)
          .count();
    }
  }

  /** The answer. */
  public record Output(@Nullable TableDescription tableDescription) {
    static final Structure SHAPE =
        Structure.of(Output.class, Member.optional("TableDescription", TableDescription.SHAPE));
  }

  UpdateTable() {
    super(Input.class, Input.SHAPE, Output.SHAPE);
  }

  @Override
  void checkConstraints(Input request, ValidationLayer layer) {
    TableNameParameter.check(request.tableName());
    super.checkConstraints(request, layer);
  }

  @Override
  Output execute(RequestContext context, Input request) {
    UpdateTableChecks.check(request);
    return TableChanges.commit(
        context,
        rows -> {
          TableDefinition table = Tables.requireNamed(rows, request.tableName());
          if (table.pending() != null) {
            throw TableErrors.inUse(table);
          }
          TableDefinition changed = new TableUpdate(context, table, request).apply(rows);
          Output answer =
              new Output(TableDescriptions.describe(context, rows, inProgress(changed, table)));
          return new TableChanges.Changed<>(OnDemandCeilings.withoutRemoved(changed), answer);
        });
  }

  /**
   * A changed table as the answer shows it: provisioned throughput is what it was until the change
   * is complete (API reference, and observed in October 2026).
   */
  private static TableDefinition inProgress(TableDefinition changed, TableDefinition before) {
    List<IndexDefinition> indexes =
        changed.indexes().stream().map(index -> inProgress(index, before)).toList();
    TableDefinition shown = changed.withIndexes(changed.attributes(), indexes);
    ProvisionedThroughput old = before.settings().throughput();
    return old == null || changed.settings().throughput() == null
        ? shown
        : shown.withSettings(changed.settings().withThroughput(old));
  }

  private static IndexDefinition inProgress(IndexDefinition changed, TableDefinition before) {
    IndexDefinition index = before.index(changed.name());
    ProvisionedThroughput old = index == null ? null : index.throughput();
    return old == null || changed.throughput() == null
        ? changed
        : changed.withThroughput(
            old,
            changed.throughputHistory(),
            changed.onDemandThroughput(),
            changed.warmThroughput());
  }
}
