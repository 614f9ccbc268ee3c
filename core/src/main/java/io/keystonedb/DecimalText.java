package io.keystonedb;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Numbers in their text form: reading what clients send, the canonical form that is stored and
 * returned, and the order of canonical forms.
 *
 * <p>Accepted is an optional sign, digits with at most one point and at least one digit, and an
 * optional exponent. Significant digits are counted without leading and trailing zeros.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html#HowItWorks.DataTypes.Number">Number</a>
 */
final class DecimalText {
  private static final int MAX_DIGITS = 38;

  /** Decimal exponent of the first significant digit: 1E-130 … 9.99E+125. */
  private static final int MIN_EXPONENT = -130;

  private static final int MAX_EXPONENT = 125;

  /** Plain integers of at most this length are in range, exact, and fit a long. */
  private static final int SHORT_LENGTH = 18;

  private DecimalText() {}

  static String canonical(String input) {
    return isShortInteger(input) ? input : new Reader(input).canonical();
  }

  /** Whether a text is an integer already in canonical form and short: the common case. */
  private static boolean isShortInteger(String text) {
    int length = text.length();
    if (length == 0 || length > SHORT_LENGTH) {
      return false;
    }
    int start = text.charAt(0) == '-' ? 1 : 0;
    if (start == length) {
      return false;
    }
    for (int i = start; i < length; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return false;
      }
    }
    return text.charAt(start) != '0' || length == 1;
  }

  /**
   * The canonical text of a number, or null if there is none: the digits end with a zero, are too
   * many, or out of range.
   *
   * @param digits the significant ones
   * @param scale how many of them are behind the decimal point
   */
  static @Nullable String of(BigInteger digits, long scale) {
    String significant = digits.abs().toString();
    long exponent = significant.length() - 1 - scale;
    boolean canonical =
        !significant.endsWith("0")
            && significant.length() <= MAX_DIGITS
            && exponent >= MIN_EXPONENT
            && exponent <= MAX_EXPONENT;
    return canonical ? layOut(digits.signum() < 0, significant, (int) exponent + 1) : null;
  }

  private static String layOut(boolean negative, String significant, int integerDigits) {
    StringBuilder text = new StringBuilder(significant.length() + 4);
    if (negative) {
      text.append('-');
    }
    if (integerDigits <= 0) {
      text.append("0.").append("0".repeat(-integerDigits)).append(significant);
    } else if (integerDigits >= significant.length()) {
      text.append(significant).append("0".repeat(integerDigits - significant.length()));
    } else {
      text.append(significant, 0, integerDigits)
          .append('.')
          .append(significant, integerDigits, significant.length());
    }
    return text.toString();
  }

  /** Compares two canonical texts numerically. */
  static int compare(String left, String right) {
    if (isShortInteger(left) && isShortInteger(right)) {
      return Long.compare(Long.parseLong(left), Long.parseLong(right));
    }
    return new BigDecimal(left).compareTo(new BigDecimal(right));
  }

  /** One pass over the text that collects the significant digits and their exponent. */
  private static final class Reader {
    private final String input;
    private int position;

    Reader(String input) {
      this.input = input;
    }

    String canonical() {
      boolean negative = sign();
      StringBuilder digits = new StringBuilder();
      int point = -1;
      int mantissa = position;
      while (position < input.length()) {
        char c = input.charAt(position);
        if (c >= '0' && c <= '9') {
          digits.append(c);
        } else if (c == '.' && point < 0) {
          point = position - mantissa;
        } else {
          break;
        }
        position++;
      }
      if (digits.isEmpty()) {
        throw notANumber();
      }
      int integerDigits = point < 0 ? digits.length() : point;
      long exponent = exponent();
      if (position != input.length()) {
        throw notANumber();
      }
      return plain(negative, digits, integerDigits, exponent);
    }

    private boolean sign() {
      if (position < input.length()) {
        char c = input.charAt(position);
        if (c == '-' || c == '+') {
          position++;
          return c == '-';
        }
      }
      return false;
    }

    private long exponent() {
      if (position == input.length() || (input.charAt(position) | 0x20) != 'e') {
        return 0;
      }
      position++;
      boolean negative = sign();
      int start = position;
      long exponent = 0;
      while (position < input.length()) {
        char c = input.charAt(position);
        if (c < '0' || c > '9') {
          break;
        }
        if (exponent > (Long.MAX_VALUE - (c - '0')) / 10) {
          throw notANumber();
        }
        exponent = exponent * 10 + (c - '0');
        position++;
      }
      if (position == start) {
        throw notANumber();
      }
      // Any exponent this large is out of range whatever the digits are.
      long magnitude = Math.min(exponent, 1_000_000_000_000L);
      return negative ? -magnitude : magnitude;
    }

    /**
     * @param integerDigits how many of the digits stand before the decimal point as it is written
     */
    private static String plain(
        boolean negative, StringBuilder digits, int integerDigits, long writtenExponent) {
      int first = 0;
      while (first < digits.length() && digits.charAt(first) == '0') {
        first++;
      }
      if (first == digits.length()) {
        // Observed: even zero has to be written with an exponent in range.
        checkRange(writtenExponent);
        return "0";
      }
      int end = digits.length();
      while (digits.charAt(end - 1) == '0') {
        end--;
      }
      String significant = digits.substring(first, end);
      long exponent = integerDigits + writtenExponent - first - 1;
      checkRange(exponent);
      if (significant.length() > MAX_DIGITS) {
        throw KeystoneException.validation(
            "Attempting to store more than 38 significant digits in a Number");
      }
      return layOut(negative, significant, (int) exponent + 1);
    }

    private static void checkRange(long exponent) {
      if (exponent > MAX_EXPONENT) {
        throw KeystoneException.validation(
            "Number overflow. Attempting to store a number with magnitude larger than supported range");
      }
      if (exponent < MIN_EXPONENT) {
        throw KeystoneException.validation(
            "Number underflow. Attempting to store a number with magnitude smaller than supported range");
      }
    }

    private KeystoneException notANumber() {
      return KeystoneException.validation(
          "The parameter cannot be converted to a numeric value: " + input);
    }
  }
}
