package io.keystonedb.internal.model;

import io.keystonedb.internal.shape.Constraint;
import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A global secondary index to be created.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_GlobalSecondaryIndex.html">GlobalSecondaryIndex</a>
 */
public record GlobalSecondaryIndex(
    @Nullable String indexName,
    @Nullable List<KeySchemaElement> keySchema,
    @Nullable Projection projection,
    @Nullable ProvisionedThroughput provisionedThroughput,
    @Nullable OnDemandThroughput onDemandThroughput,
    @Nullable WarmThroughput warmThroughput) {
  /** The shape of this record. */
  public static final Structure SHAPE =
      Structure.of(
          GlobalSecondaryIndex.class,
          Member.required("IndexName", Shapes.INDEX_NAME),
          Member.required(
              "KeySchema", Shapes.listOf(KeySchemaElement.SHAPE, new Constraint.MinLength(1))),
          Member.required("Projection", Projection.SHAPE),
          Member.optional("ProvisionedThroughput", ProvisionedThroughput.SHAPE),
          Member.optional("OnDemandThroughput", OnDemandThroughput.SHAPE),
          Member.optional("WarmThroughput", WarmThroughput.SHAPE));

  /** An index of a table that is paid per request. */
  public static GlobalSecondaryIndex of(
      String indexName, List<KeySchemaElement> keySchema, Projection projection) {
    return new GlobalSecondaryIndex(indexName, keySchema, projection, null, null, null);
  }
}
