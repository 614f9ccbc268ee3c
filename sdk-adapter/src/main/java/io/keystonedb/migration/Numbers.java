package io.keystonedb.migration;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Numbers as the service sends them: text of a decimal number. */
final class Numbers {
  private Numbers() {}

  /** Whether both say the same number, {@code 1} and {@code 1.0} for example. */
  static boolean equal(String one, String other) {
    return one.equals(other) || canonical(one).equals(canonical(other));
  }

  /** Whether they are the same number to anybody who computes with 64-bit floating point. */
  static boolean equalAsDoubles(String one, String other) {
    try {
      return Double.compare(Double.parseDouble(one), Double.parseDouble(other)) == 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /** One text for each number; what is no number stays as it is. */
  static String canonical(String number) {
    if (isShortInteger(number)) {
      return number;
    }
    try {
      BigDecimal value = new BigDecimal(number);
      return value.signum() == 0 ? "0" : value.stripTrailingZeros().toString();
    } catch (NumberFormatException e) {
      return number;
    }
  }

  /** Without leading or trailing zeros, which is how most numbers are. */
  private static boolean isShortInteger(String number) {
    int length = number.length();
    if (length == 0 || length > 18 || number.charAt(length - 1) == '0') {
      return number.equals("0");
    }
    for (int i = 0; i < length; i++) {
      char c = number.charAt(i);
      if (c < '0' || c > '9' || (i == 0 && c == '0')) {
        return false;
      }
    }
    return true;
  }

  static Set<String> canonical(List<String> numbers) {
    Set<String> set = new HashSet<>();
    for (String number : numbers) {
      set.add(canonical(number));
    }
    return set;
  }
}
