package io.keystonedb.internal.expression;

import io.keystonedb.Value;

/**
 * Exact sums and differences. A result out of range or with more than 38 digits is the error that
 * such a number would be in a request.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html#HowItWorks.DataTypes.Number">Number</a>
 */
final class Arithmetic {
  /** Texts up to this length hold integers whose sum fits a long. */
  private static final int LONG_DIGITS = 18;

  private Arithmetic() {}

  static Value.N add(Value.N left, Value.N right) {
    if (isShortInteger(left.text()) && isShortInteger(right.text())) {
      return Value.number(Long.parseLong(left.text()) + Long.parseLong(right.text()));
    }
    return Value.number(left.toBigDecimal().add(right.toBigDecimal()));
  }

  static Value.N subtract(Value.N left, Value.N right) {
    if (isShortInteger(left.text()) && isShortInteger(right.text())) {
      return Value.number(Long.parseLong(left.text()) - Long.parseLong(right.text()));
    }
    return Value.number(left.toBigDecimal().subtract(right.toBigDecimal()));
  }

  private static boolean isShortInteger(String text) {
    return text.length() <= LONG_DIGITS && text.indexOf('.') < 0;
  }
}
