package io.keystonedb.internal.value;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks at numbers as they are written: digits, a point, an exponent. */
public final class WrittenNumber {
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?([0-9]*)(?:\\.([0-9]*))?(?:[eE]([+-]?[0-9]+))?");

  /** An exponent of more digits never fits 32 bits. */
  private static final int MAX_EXPONENT_DIGITS = 12;

  private WrittenNumber() {}

  /**
   * Whether the exponent of a number fits 32 bits, and so does its scale, which is how many digits
   * stand behind the point minus the exponent.
   */
  public static boolean fits32Bits(String number) {
    Matcher parts = DECIMAL.matcher(number);
    if (!parts.matches() || parts.group(3) == null) {
      return true;
    }
    Long exponent = exponent(parts.group(3));
    if (exponent == null) {
      return false;
    }
    long scale = length(parts.group(2)) - exponent;
    return exponent == exponent.intValue() && scale == (int) scale;
  }

  /**
   * Whether the number of digits before the point, once the exponent has moved it, does not fit 32
   * bits, though both by themselves do.
   */
  public static boolean isPastLargestExponent(String number) {
    Matcher parts = DECIMAL.matcher(number);
    Long exponent = parts.matches() && parts.group(3) != null ? exponent(parts.group(3)) : null;
    return exponent != null && length(parts.group(1)) + exponent > Integer.MAX_VALUE;
  }

  private static @Nullable Long exponent(String text) {
    String digits = text.replaceFirst("^([+-]?)0+(?=[0-9])", "$1");
    return digits.length() > MAX_EXPONENT_DIGITS ? null : Long.valueOf(digits);
  }

  private static int length(@Nullable String digits) {
    return digits == null ? 0 : digits.length();
  }
}
