package io.keystonedb.internal.operation;

import io.keystonedb.Item;
import io.keystonedb.KeystoneException;
import io.keystonedb.internal.expression.Condition;
import io.keystonedb.internal.shape.ValidationLayer;
import org.jspecify.annotations.Nullable;

/** The parameters that decide which item an answer or a failed condition shows. */
final class ReturnValues {
  static final String ALL_OLD = "ALL_OLD";

  private ReturnValues() {}

  /** PutItem and DeleteItem return the old item or nothing. */
  static void requireOldOrNone(@Nullable String returnValues, ValidationLayer layer) {
    if (returnValues != null && !returnValues.equals(ALL_OLD) && !returnValues.equals("NONE")) {
      throw layer.error("ReturnValues can only be ALL_OLD or NONE");
    }
  }

  /** What an answer shows of the old item. */
  static @Nullable Item old(@Nullable String returnValues, @Nullable Item before) {
    return ALL_OLD.equals(returnValues) ? before : null;
  }

  /** Whether a condition holds on an item; it sees an absent one as one without attributes. */
  static boolean holds(@Nullable Condition condition, @Nullable Item item) {
    return condition == null || condition.test(item == null ? Item.empty() : item);
  }

  /** Throws unless a condition holds. */
  static void require(
      @Nullable Condition condition, @Nullable Item item, @Nullable String onFailure) {
    if (!holds(condition, item)) {
      throw KeystoneException.conditionalCheckFailed(old(onFailure, item));
    }
  }
}
