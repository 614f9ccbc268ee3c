package io.keystonedb.internal.model;

import io.keystonedb.Item;
import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import org.jspecify.annotations.Nullable;

/**
 * What one read of a transaction found; without an item if there was none.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ItemResponse.html">ItemResponse</a>
 */
public record ItemResponse(@Nullable Item item) {
  /** The shape of this record. */
  public static final Structure SHAPE =
      Structure.of(ItemResponse.class, Member.optional("Item", Shapes.ATTRIBUTE_MAP));
}
