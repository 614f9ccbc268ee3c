package io.keystonedb.internal.model;

import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import org.jspecify.annotations.Nullable;

/**
 * One action of a transaction that reads.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactGetItem.html">TransactGetItem</a>
 */
public record TransactGetItem(@Nullable Get get) {
  /** The shape of this record. */
  public static final Structure SHAPE =
      Structure.of(TransactGetItem.class, Member.required("Get", Get.SHAPE));
}
