package io.keystonedb.internal.model;

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
}
