package io.keystonedb.internal.model;

import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import org.jspecify.annotations.Nullable;

/**
 * New throughput of a global secondary index.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateGlobalSecondaryIndexAction.html">UpdateGlobalSecondaryIndexAction</a>
 */
public record UpdateGlobalSecondaryIndexAction(
    @Nullable String indexName,
    @Nullable ProvisionedThroughput provisionedThroughput,
    @Nullable OnDemandThroughput onDemandThroughput,
    @Nullable WarmThroughput warmThroughput) {
  /** The shape of this record. */
  public static final Structure SHAPE =
      Structure.of(
          UpdateGlobalSecondaryIndexAction.class,
          Member.required("IndexName", Shapes.INDEX_NAME),
          Member.optional("ProvisionedThroughput", ProvisionedThroughput.SHAPE),
          Member.optional("OnDemandThroughput", OnDemandThroughput.SHAPE),
          Member.optional("WarmThroughput", WarmThroughput.SHAPE));
}
