package io.keystonedb.internal.expression;

import io.keystonedb.KeystoneException;
import java.util.List;

/**
 * The checks of trees that no expression parameter was parsed to: their texts don't name a
 * parameter.
 */
public final class TreeCheck {
  private TreeCheck() {}

  /**
   * Finds operands that no item could make sense of.
   *
   * @throws KeystoneException with the first error, from left to right
   */
  public static void condition(Condition condition) {
    new ConditionChecker(KeystoneException::validation).check(condition);
  }

  /**
   * Finds operands that no item could make sense of, then paths that stand in each other's way.
   *
   * @throws KeystoneException with the first error
   */
  public static void update(Update update) {
    new UpdateChecker(KeystoneException::validation).check(update);
  }

  /**
   * Checks how many operands an IN chooses from.
   *
   * @throws KeystoneException if they are too many
   */
  public static void candidates(int count) {
    if (count > Limits.IN_OPERANDS) {
      throw KeystoneException.validation(ExpressionErrors.tooManyInOperands(count));
    }
  }

  /**
   * Finds paths that stand in each other's way.
   *
   * @throws KeystoneException with the first two
   */
  public static void paths(List<Path> paths) {
    String clash = new Projection(paths).tree().clash();
    if (clash != null) {
      throw KeystoneException.validation(clash);
    }
  }
}
