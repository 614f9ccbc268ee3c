package io.keystonedb.internal.expression;

import io.keystonedb.KeystoneException;
import io.keystonedb.Value;
import java.math.BigDecimal;

/** Exact decimal arithmetic on numbers, with a short way for integers that fit a long. */
final class Numbers {
  private static final int MAX_DIGITS = 38;

  /** The sum of two integers of at most this many characters fits a long. */
  private static final int SHORT_LENGTH = 18;

  private Numbers() {}

  /**
   * The sum.
   *
   * @throws KeystoneException if it has more than 38 digits or is out of range
   */
  static Value.N add(Value.N left, Value.N right) {
    if (isShortInteger(left) && isShortInteger(right)) {
      return Value.number(Long.parseLong(left.text()) + Long.parseLong(right.text()));
    }
    return result(left.toBigDecimal().add(right.toBigDecimal()));
  }

  /**
   * The difference.
   *
   * @throws KeystoneException if it has more than 38 digits or is out of range
   */
  static Value.N subtract(Value.N left, Value.N right) {
    if (isShortInteger(left) && isShortInteger(right)) {
      return Value.number(Long.parseLong(left.text()) - Long.parseLong(right.text()));
    }
    return result(left.toBigDecimal().subtract(right.toBigDecimal()));
  }

  /** Observed: a result of too many digits is refused as one that is too large. */
  private static Value.N result(BigDecimal result) {
    if (result.stripTrailingZeros().precision() > MAX_DIGITS) {
      throw KeystoneException.validation(
          "Number overflow. Attempting to store a number with magnitude larger than supported range");
    }
    return Value.number(result);
  }

  private static boolean isShortInteger(Value.N number) {
    return number.text().length() <= SHORT_LENGTH && number.text().indexOf('.') < 0;
  }
}
