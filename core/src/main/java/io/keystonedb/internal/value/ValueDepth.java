package io.keystonedb.internal.value;

import io.keystonedb.Item;
import io.keystonedb.KeystoneException;
import io.keystonedb.Value;

/**
 * The limit of 32 levels of nesting: with a top-level attribute at level 0, no value is at level
 * 32.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html#limits-attributes">Quotas:
 *     nested attribute depth</a>
 */
public final class ValueDepth {
  /** No value is at this level. */
  public static final int LIMIT = 32;

  /** What the service says of a value that is too deep. */
  public static final String TOO_DEEP =
      "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit";

  private ValueDepth() {}

  /**
   * Checks all attributes of an item.
   *
   * @throws KeystoneException if one is nested too deep
   */
  public static void check(Item item) {
    check(item, 0);
  }

  /**
   * Checks the value of an attribute.
   *
   * @throws KeystoneException if it is nested too deep
   */
  public static void check(Value value) {
    check(value, 0);
  }

  private static void check(Item item, int level) {
    for (int i = 0; i < item.size(); i++) {
      check(item.valueAt(i), level);
    }
  }

  private static void check(Value value, int level) {
    if (level >= LIMIT) {
      throw KeystoneException.validation(TOO_DEEP);
    }
    if (value instanceof Value.M map) {
      check(map.values(), level + 1);
    } else if (value instanceof Value.L list) {
      for (Value element : list.values()) {
        check(element, level + 1);
      }
    }
  }
}
