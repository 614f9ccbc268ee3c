package io.keystonedb.internal.operation;

import io.keystonedb.ErrorCode;
import io.keystonedb.KeystoneException;
import io.keystonedb.internal.engine.Engine;
import io.keystonedb.internal.engine.PendingChange;
import io.keystonedb.internal.engine.RequestContext;
import io.keystonedb.internal.engine.RowWriter;
import io.keystonedb.internal.engine.Streams;
import io.keystonedb.internal.engine.TableChanges;
import io.keystonedb.internal.engine.TableDefinition;
import io.keystonedb.internal.engine.TableDescriptions;
import io.keystonedb.internal.engine.Tables;
import io.keystonedb.internal.model.AttributeDefinition;
import io.keystonedb.internal.model.GlobalSecondaryIndex;
import io.keystonedb.internal.model.KeySchemaElement;
import io.keystonedb.internal.model.LocalSecondaryIndex;
import io.keystonedb.internal.model.OnDemandThroughput;
import io.keystonedb.internal.model.ProvisionedThroughput;
import io.keystonedb.internal.model.SSESpecification;
import io.keystonedb.internal.model.Shapes;
import io.keystonedb.internal.model.StreamSpecification;
import io.keystonedb.internal.model.TableDescription;
import io.keystonedb.internal.model.Tag;
import io.keystonedb.internal.model.WarmThroughput;
import io.keystonedb.internal.shape.Constraint;
import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import io.keystonedb.internal.shape.ValidationLayer;
import io.keystonedb.internal.validation.DeclaredConstraints;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Creates a table with its indexes.
 *
 * <p>Order of checks: table name, declared constraints, then {@link TableSchemaChecks} in its
 * order, then whether the table exists.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html">CreateTable</a>
 */
public final class CreateTable extends Operation<CreateTable.Input, CreateTable.Output> {

  /** Observed: violations of global indexes come before those of local ones. */
  private static final List<String> REPORTED_FIRST =
      List.of(
          "tableName",
          "billingMode",
          "provisionedThroughput",
          "keySchema",
          "attributeDefinitions",
          "globalSecondaryIndexes");

  /** The request. */
  public record Input(
      String tableName,
      @Nullable String billingMode,
      @Nullable ProvisionedThroughput provisionedThroughput,
      @Nullable List<KeySchemaElement> keySchema,
      @Nullable List<AttributeDefinition> attributeDefinitions,
      @Nullable List<LocalSecondaryIndex> localSecondaryIndexes,
      @Nullable List<GlobalSecondaryIndex> globalSecondaryIndexes,
      @Nullable StreamSpecification streamSpecification,
      @Nullable SSESpecification sseSpecification,
      @Nullable List<Tag> tags,
      @Nullable String tableClass,
      @Nullable Boolean deletionProtectionEnabled,
      @Nullable OnDemandThroughput onDemandThroughput,
      @Nullable WarmThroughput warmThroughput) {
    static final Structure SHAPE =
        Structure.of(
            Input.class,
            Member.optional("TableName", Shapes.TABLE_NAME),
            Member.optional("BillingMode", Shapes.oneOf("PROVISIONED", "PAY_PER_REQUEST")),
            Member.optional("ProvisionedThroughput", ProvisionedThroughput.SHAPE),
            Member.required(
                "KeySchema",
                Shapes.listOf(
                    KeySchemaElement.SHAPE,
                    new Constraint.MinLength(1),
                    new Constraint.MaxLength(2))),
            Member.required("AttributeDefinitions", Shapes.listOf(AttributeDefinition.SHAPE)),
            Member.optional("LocalSecondaryIndexes", Shapes.listOf(LocalSecondaryIndex.SHAPE)),
            Member.optional("GlobalSecondaryIndexes", Shapes.listOf(GlobalSecondaryIndex.SHAPE)),
            Member.optional("StreamSpecification", StreamSpecification.SHAPE),
            Member.optional("SSESpecification", SSESpecification.SHAPE),
            Member.optional("Tags", Shapes.listOf(Tag.SHAPE)),
            Member.optional("TableClass", Shapes.TEXT),
            Member.optional("DeletionProtectionEnabled", Shapes.FLAG),
            Member.optional("OnDemandThroughput", OnDemandThroughput.SHAPE),
            Member.optional("WarmThroughput", WarmThroughput.SHAPE));

    /** Creates a table that is paid per request. */
    public static Input of(
        String tableName,
        List<KeySchemaElement> keySchema,
        List<AttributeDefinition> attributeDefinitions,
        @Nullable List<LocalSecondaryIndex> localSecondaryIndexes,
        @Nullable List<GlobalSecondaryIndex> globalSecondaryIndexes,
        @Nullable StreamSpecification streamSpecification) {
      return new Input(
          tableName,
          "PAY_PER_REQUEST",
          null,
          keySchema,
          attributeDefinitions,
          localSecondaryIndexes,
          globalSecondaryIndexes,
          streamSpecification,
          null,
          null,
          null,
          null,
          null,
          null);
    }
  }

  /** The answer. */
  public record Output(@Nullable TableDescription tableDescription) {
    static final Structure SHAPE =
        Structure.of(Output.class, Member.optional("TableDescription", TableDescription.SHAPE));
  }

  private final UnaryOperator<TableDefinition> completion;

  CreateTable() {
    this(UnaryOperator.identity());
  }

  /**
   * The operation for the native API, whose tables have settings that the request cannot express.
   *
   * @param completion adds them to the definition before it is stored
   */
  public CreateTable(UnaryOperator<TableDefinition> completion) {
    super(Input.class, Input.SHAPE, Output.SHAPE);
    this.completion = completion;
  }

  @Override
  void checkConstraints(Input request, ValidationLayer layer) {
    TableNameParameter.checkPresent(request.tableName());
    DeclaredConstraints.report(DeclaredConstraints.violations(input(), request), REPORTED_FIRST);
  }

  @Override
  Output execute(RequestContext context, Input request) {
    Engine engine = context.engine();
    TableSchemaChecks.check(request);
    UUID id = engine.randomUuid();
    Instant now = context.now().truncatedTo(ChronoUnit.MILLIS);
    return TableChanges.commit(
        context,
        rows -> {
          String name = request.tableName();
          TableDefinition existing = Tables.find(rows, name);
          if (existing != null) {
            throw existing.isBeingCreated()
                ? TableErrors.inUse(existing)
                : KeystoneException.of(ErrorCode.RESOURCE_IN_USE, "Table already exists: " + name);
          }
          checkQuotas(engine, request);
          PendingChange creating = TableChanges.begin(context, "CREATING");
          TableDefinition table =
              completion.apply(
                  new TableDefinitions(request).table(Tables.takeNumber(rows), id, now, creating));
          table = withStream(context, rows, table, request.streamSpecification());
          Output answer = new Output(TableDescriptions.describeCreated(context, rows, table));
          return new TableChanges.Changed<>(table, answer);
        });
  }

  private static void checkQuotas(Engine engine, Input request) {
    CapacityQuota.checkTable(engine.account(), request.provisionedThroughput());
    if (request.globalSecondaryIndexes() != null) {
      for (GlobalSecondaryIndex index : request.globalSecondaryIndexes()) {
        CapacityQuota.checkIndex(
            engine.account(), index.provisionedThroughput(), index.indexName());
      }
    }
  }

  private static TableDefinition withStream(
      RequestContext context,
      RowWriter rows,
      TableDefinition table,
      @Nullable StreamSpecification stream) {
    if (stream == null || stream.streamViewType() == null) {
      return table;
    }
    return table.withSettings(
        table.settings().withStream(Streams.enable(context, rows, table, stream.streamViewType())));
  }
}
