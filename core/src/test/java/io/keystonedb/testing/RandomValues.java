package io.keystonedb.testing;

import io.keystonedb.Item;
import io.keystonedb.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/** Random values with many ties and near misses, so that orders and encodings are put to a test. */
public final class RandomValues {
  /** Characters at the borders of UTF-8 lengths and around the surrogates, and the special zero. */
  private static final int[] CODE_POINTS = {
    0, 0, 1, 'a', 'a', 'b', 0x7F, 0x80, 0xFF, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFF, 0x10000,
    0x10FFFF
  };

  private static final int MAX_LEVEL = 4;

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

  /** A string of up to five characters, in which surrogates may stand alone. */
  public static Value.S brokenString(Random random) {
    String text = string(random).value();
    int cut = random.nextInt(text.length() + 1);
    String surrogate = random.nextBoolean() ? "\uD83D" : "\uDE00";
    return Value.string(text.substring(0, cut) + surrogate + text.substring(cut));
  }

  /** An item of up to five attributes, or many, of all types, with values nested in each other. */
  public static Item item(Random random) {
    return item(random, 0);
  }

  private static Item item(Random random, int level) {
    Map<String, Value> attributes = new LinkedHashMap<>();
    for (int i = random.nextInt(random.nextInt(20) == 0 ? 40 : 6); i > 0; i--) {
      attributes.put(random.nextBoolean() ? "a" + i : string(random).value(), value(random, level));
    }
    return Item.copyOf(attributes);
  }

  /** A value of any type. */
  public static Value value(Random random) {
    return value(random, 0);
  }

  private static Value value(Random random, int level) {
    return switch (random.nextInt(level < MAX_LEVEL ? 12 : 9)) {
      case 0, 1 -> string(random);
      case 2, 3 -> number(random);
      case 4 -> binary(random);
      case 5 -> Value.bool(random.nextBoolean());
      case 6 -> random.nextBoolean() ? Value.nul() : brokenString(random);
      case 7 -> set(random);
      case 8 -> Value.string("x".repeat(random.nextInt(300)));
      case 9 -> Value.map(item(random, level + 1));
      default -> {
        Value[] elements = new Value[random.nextInt(4)];
        Arrays.setAll(elements, i -> value(random, level + 1));
        yield Value.list(elements);
      }
    };
  }

  private static Value set(Random random) {
    int size = 1 + random.nextInt(4);
    return switch (random.nextInt(3)) {
      case 0 -> Value.SS.of(distinct(size, () -> string(random).value()));
      case 1 -> Value.NS.of(distinct(size, () -> number(random)));
      default -> Value.BS.of(distinct(size, () -> binary(random)));
    };
  }

  private static <T> Set<T> distinct(int size, Supplier<T> element) {
    Set<T> elements = new LinkedHashSet<>();
    for (int i = 0; i < size; i++) {
      elements.add(element.get());
    }
    return elements;
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
