package io.keystonedb.internal.model;

import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import org.jspecify.annotations.Nullable;

/**
 * A global secondary index to be deleted.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DeleteGlobalSecondaryIndexAction.html">DeleteGlobalSecondaryIndexAction</a>
 */
public record DeleteGlobalSecondaryIndexAction(@Nullable String indexName) {
  /** The shape of this record. */
  public static final Structure SHAPE =
      Structure.of(
          DeleteGlobalSecondaryIndexAction.class, Member.required("IndexName", Shapes.INDEX_NAME));
}
