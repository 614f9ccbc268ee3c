package io.keystonedb.internal.model;

import io.keystonedb.internal.shape.Member;
import io.keystonedb.internal.shape.Structure;
import org.jspecify.annotations.Nullable;

/**
 * One action of a transaction that writes: exactly one of its members is there.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItem.html">TransactWriteItem</a>
 */
public record TransactWriteItem(
    @Nullable ConditionCheck conditionCheck,
    @Nullable Put put,
    @Nullable Delete delete,
    @Nullable Update update) {
  /** The shape of this record. */
  public static final Structure SHAPE =
      Structure.of(
          TransactWriteItem.class,
          Member.optional("ConditionCheck", ConditionCheck.SHAPE),
          Member.optional("Put", Put.SHAPE),
          Member.optional("Delete", Delete.SHAPE),
          Member.optional("Update", Update.SHAPE));

  /** A check. */
  public static TransactWriteItem of(ConditionCheck check) {
    return new TransactWriteItem(check, null, null, null);
  }

  /** A put. */
  public static TransactWriteItem of(Put put) {
    return new TransactWriteItem(null, put, null, null);
  }

  /** A delete. */
  public static TransactWriteItem of(Delete delete) {
    return new TransactWriteItem(null, null, delete, null);
  }

  /** An update. */
  public static TransactWriteItem of(Update update) {
    return new TransactWriteItem(null, null, null, update);
  }
}
