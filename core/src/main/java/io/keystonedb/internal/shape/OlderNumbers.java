package io.keystonedb.internal.shape;

import io.keystonedb.internal.value.WrittenNumber;

/**
 * What the older layer of validation says of a number that cannot be stored. It reads numbers as a
 * {@link java.math.BigDecimal} does, whose exponents have 32 bits.
 */
final class OlderNumbers {
  private static final String NO_NUMBER = "The parameter cannot be converted to a numeric value";
  private static final String TOO_SMALL =
      "Number underflow. Attempting to store a number with magnitude smaller than supported range";

  private OlderNumbers() {}

  /**
   * The words of the older layer.
   *
   * @param input the number as it was sent
   * @param message what the current layer says of it
   */
  static String message(String input, String message) {
    if (input.isEmpty()) {
      return NO_NUMBER;
    }
    if (message.startsWith(NO_NUMBER)) {
      return message;
    }
    if (!WrittenNumber.fits32Bits(input)) {
      return NO_NUMBER + ": " + input;
    }
    return WrittenNumber.isPastLargestExponent(input) ? TOO_SMALL : message;
  }
}
