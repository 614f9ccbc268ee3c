package io.keystonedb.internal.model;

import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import org.jspecify.annotations.Nullable;

/**
 * One change of a global secondary index: one of the members is there.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_GlobalSecondaryIndexUpdate.html">GlobalSecondaryIndexUpdate</a>
 */
public record GlobalSecondaryIndexUpdate(
    @Nullable UpdateGlobalSecondaryIndexAction update,
    @Nullable CreateGlobalSecondaryIndexAction create,
    @Nullable DeleteGlobalSecondaryIndexAction delete) {
  /** The shape of this record. */
  public static final Structure SHAPE =
      Structure.of(
          GlobalSecondaryIndexUpdate.class,
          Member.optional("Update", UpdateGlobalSecondaryIndexAction.SHAPE),
          Member.optional("Create", CreateGlobalSecondaryIndexAction.SHAPE),
          Member.optional("Delete", DeleteGlobalSecondaryIndexAction.SHAPE));
}
