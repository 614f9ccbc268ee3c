package io.keystonedb.internal.expression;

import io.keystonedb.Value;

/** Exact decimal arithmetic on numbers, with a short way for integers that fit a long. */
final class Numbers {
  /** The sum of two integers of at most this many characters fits a long. */
  private static final int SHORT_LENGTH = 18;

  private Numbers() {}

  /**
   * The sum.
   *
   * @throws io.keystonedb.KeystoneException if it has more than 38 digits or is out of range
   */
  static Value.N add(Value.N left, Value.N right) {
    if (isShortInteger(left) && isShortInteger(right)) {
      return Value.number(Long.parseLong(left.text()) + Long.parseLong(right.text()));
    }
    return Value.number(left.toBigDecimal().add(right.toBigDecimal()));
  }

  /**
   * The difference.
   *
   * @throws io.keystonedb.KeystoneException if it has more than 38 digits or is out of range
   */
  static Value.N subtract(Value.N left, Value.N right) {
    if (isShortInteger(left) && isShortInteger(right)) {
      return Value.number(Long.parseLong(left.text()) - Long.parseLong(right.text()));
    }
    return Value.number(left.toBigDecimal().subtract(right.toBigDecimal()));
  }

  private static boolean isShortInteger(Value.N number) {
    return number.text().length() <= SHORT_LENGTH && number.text().indexOf('.') < 0;
  }
}
