package io.keystonedb.internal.model;

import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table as described.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TableDescription.html">TableDescription</a>
 */
public record TableDescription(
    @Nullable List<AttributeDefinition> attributeDefinitions,
    @Nullable String tableName,
    @Nullable List<KeySchemaElement> keySchema,
    @Nullable String tableStatus,
    @Nullable Instant creationDateTime,
    @Nullable ProvisionedThroughputDescription provisionedThroughput,
    @Nullable Long tableSizeBytes,
    @Nullable Long itemCount,
    @Nullable String tableArn,
    @Nullable String tableId,
    @Nullable BillingModeSummary billingModeSummary,
    @Nullable List<LocalSecondaryIndexDescription> localSecondaryIndexes,
    @Nullable List<GlobalSecondaryIndexDescription> globalSecondaryIndexes,
    @Nullable StreamSpecification streamSpecification,
    @Nullable String latestStreamLabel,
    @Nullable String latestStreamArn,
    @Nullable SSEDescription sseDescription,
    @Nullable TableClassSummary tableClassSummary,
    @Nullable Boolean deletionProtectionEnabled,
    @Nullable OnDemandThroughput onDemandThroughput,
    @Nullable WarmThroughputDescription warmThroughput) {
  /** The shape of this record. */
  public static final Structure SHAPE =
      Structure.of(
          TableDescription.class,
          Member.optional("AttributeDefinitions", Shapes.listOf(AttributeDefinition.SHAPE)),
          Member.optional("TableName", Shapes.TEXT),
          Member.optional("KeySchema", Shapes.listOf(KeySchemaElement.SHAPE)),
          Member.optional("TableStatus", Shapes.TEXT),
          Member.optional("CreationDateTime", Shapes.TIMESTAMP),
          Member.optional("ProvisionedThroughput", ProvisionedThroughputDescription.SHAPE),
          Member.optional("TableSizeBytes", Shapes.LONG),
          Member.optional("ItemCount", Shapes.LONG),
          Member.optional("TableArn", Shapes.TEXT),
          Member.optional("TableId", Shapes.TEXT),
          Member.optional("BillingModeSummary", BillingModeSummary.SHAPE),
          Member.optional(
              "LocalSecondaryIndexes", Shapes.listOf(LocalSecondaryIndexDescription.SHAPE)),
          Member.optional(
              "GlobalSecondaryIndexes", Shapes.listOf(GlobalSecondaryIndexDescription.SHAPE)),
          Member.optional("StreamSpecification", StreamSpecification.SHAPE),
          Member.optional("LatestStreamLabel", Shapes.TEXT),
          Member.optional("LatestStreamArn", Shapes.TEXT),
          Member.optional("SSEDescription", SSEDescription.SHAPE),
          Member.optional("TableClassSummary", TableClassSummary.SHAPE),
          Member.optional("DeletionProtectionEnabled", Shapes.FLAG),
          Member.optional("OnDemandThroughput", OnDemandThroughput.SHAPE),
          Member.optional("WarmThroughput", WarmThroughputDescription.SHAPE));
}
