package io.keystonedb.internal.model;

import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A global secondary index as described.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_GlobalSecondaryIndexDescription.html">GlobalSecondaryIndexDescription</a>
 */
public record GlobalSecondaryIndexDescription(
    @Nullable String indexName,
    @Nullable List<KeySchemaElement> keySchema,
    @Nullable Projection projection,
    @Nullable String indexStatus,
    @Nullable Boolean backfilling,
    @Nullable ProvisionedThroughputDescription provisionedThroughput,
    @Nullable Long indexSizeBytes,
    @Nullable Long itemCount,
    @Nullable String indexArn,
    @Nullable OnDemandThroughput onDemandThroughput,
    @Nullable WarmThroughputDescription warmThroughput) {
  /** The shape of this record. */
  public static final Structure SHAPE =
      Structure.of(
          GlobalSecondaryIndexDescription.class,
          Member.optional("IndexName", Shapes.TEXT),
          Member.optional("KeySchema", Shapes.listOf(KeySchemaElement.SHAPE)),
          Member.optional("Projection", Projection.SHAPE),
          Member.optional("IndexStatus", Shapes.TEXT),
          Member.optional("Backfilling", Shapes.FLAG),
          Member.optional("ProvisionedThroughput", ProvisionedThroughputDescription.SHAPE),
          Member.optional("IndexSizeBytes", Shapes.LONG),
          Member.optional("ItemCount", Shapes.LONG),
          Member.optional("IndexArn", Shapes.TEXT),
          Member.optional("OnDemandThroughput", OnDemandThroughput.SHAPE),
          Member.optional("WarmThroughput", WarmThroughputDescription.SHAPE));
}
