package io.keystonedb.internal.model;

import io.keystonedb.Item;
import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How large the item collections are that a write touched, in GB.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ItemCollectionMetrics.html">ItemCollectionMetrics</a>
 */
public record ItemCollectionMetrics(
    @Nullable Item itemCollectionKey, @Nullable List<Double> sizeEstimateRangeGB) {
  /** The shape of this record. */
  public static final Structure SHAPE =
      Structure.of(
          ItemCollectionMetrics.class,
          Member.optional("ItemCollectionKey", Shapes.ATTRIBUTE_MAP),
          Member.optional("SizeEstimateRangeGB", Shapes.listOf(Shapes.FRACTION)));
}
