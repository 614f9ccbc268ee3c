package io.keystonedb.internal.model;

import io.keystonedb.Item;
import io.keystonedb.internal.shape.Decoded;
import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import org.jspecify.annotations.Nullable;

/**
 * An item that a batch puts.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_PutRequest.html">PutRequest</a>
 */
public record PutRequest(@Nullable Decoded<Item> item) {
  /** The shape of this record. */
  public static final Structure SHAPE =
      Structure.of(PutRequest.class, Member.required("Item", Shapes.ATTRIBUTE_MAP));
}
