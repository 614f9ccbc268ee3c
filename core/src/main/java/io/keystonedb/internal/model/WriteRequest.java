package io.keystonedb.internal.model;

import io.keystonedb.Item;
import io.keystonedb.internal.shape.Decoded;
import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import org.jspecify.annotations.Nullable;

/**
 * One write of a batch: a put or a delete.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_WriteRequest.html">WriteRequest</a>
 */
public record WriteRequest(@Nullable PutRequest putRequest, @Nullable DeleteRequest deleteRequest) {
  /** The shape of this record. */
  public static final Structure SHAPE =
      Structure.of(
          WriteRequest.class,
          Member.optional("PutRequest", PutRequest.SHAPE),
          Member.optional("DeleteRequest", DeleteRequest.SHAPE));

  /** A put. */
  public static WriteRequest put(Decoded<Item> item) {
    return new WriteRequest(new PutRequest(item), null);
  }

  /** A delete. */
  public static WriteRequest delete(Decoded<Item> key) {
    return new WriteRequest(null, new DeleteRequest(key));
  }
}
