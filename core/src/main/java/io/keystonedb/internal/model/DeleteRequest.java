package io.keystonedb.internal.model;

import io.keystonedb.Item;
import io.keystonedb.internal.shape.Decoded;
import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import org.jspecify.annotations.Nullable;

/**
 * The key of an item that a batch deletes.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DeleteRequest.html">DeleteRequest</a>
 */
public record DeleteRequest(@Nullable Decoded<Item> key) {
  /** The shape of this record. */
  public static final Structure SHAPE =
      Structure.of(DeleteRequest.class, Member.required("Key", Shapes.ATTRIBUTE_MAP));
}
