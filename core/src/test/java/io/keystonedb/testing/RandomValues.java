package io.keystonedb.testing;

import io.keystonedb.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;

/** Random values with many ties and near misses, so that orders and encodings are put to a test. */
public final class RandomValues {
  /** Characters at the borders of UTF-8 lengths and around the surrogates, and the special zero. */
  private static final int[] CODE_POINTS = {
    0, 0, 1, 'a', 'a', 'b', 0x7F, 0x80, 0xFF, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFF, 0x10000,
    0x10FFFF
  };

  private RandomValues() {}

  /** A number of any sign, magnitude and precision that the service accepts. */
  public static Value.N number(Random random) {
    int digits = 1 + random.nextInt(random.nextInt(4) == 0 ? 38 : 3);
    StringBuilder unscaled = new StringBuilder();
    for (int i = 0; i < digits; i++) {
      unscaled.append(random.nextInt(3) == 0 ? random.nextInt(10) : random.nextInt(2) * 9);
    }
    int highest = random.nextInt(4) == 0 ? random.nextInt(256) - 130 : random.nextInt(7) - 3;
    BigInteger integer = new BigInteger(unscaled.toString());
    int length = integer.toString().length();
    BigDecimal number = new BigDecimal(integer, length - 1 - highest);
    return Value.number(random.nextBoolean() ? number : number.negate());
  }

  /** A string of up to five characters. */
  public static Value.S string(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      text.appendCodePoint(CODE_POINTS[random.nextInt(CODE_POINTS.length)]);
    }
    return Value.string(text.toString());
  }

  /** Up to five bytes. */
  public static Value.B binary(Random random) {
    byte[] special = {0, 0, 1, 2, 0x7F, (byte) 0x80, (byte) 0xFE, (byte) 0xFF};
    byte[] bytes = new byte[random.nextInt(6)];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = special[random.nextInt(special.length)];
    }
    return Value.binary(bytes);
  }
}
