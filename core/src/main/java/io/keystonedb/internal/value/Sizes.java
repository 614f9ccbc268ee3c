package io.keystonedb.internal.value;

import io.keystonedb.Item;
import io.keystonedb.Value;

/**
 * Sizes in bytes as the service counts them; they decide limits, paging and consumed capacity.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html">Item
 *     sizes and formats</a>
 */
public final class Sizes {
  /** The largest item: 400 KB of names and values. */
  public static final int MAX_ITEM_BYTES = 400 * 1024;

  private static final int CONTAINER_BYTES = 3;

  private Sizes() {}

  /** Names and values of all attributes. */
  public static int of(Item item) {
    int size = 0;
    for (int i = 0; i < item.size(); i++) {
      size += utf8Length(item.nameAt(i)) + of(item.valueAt(i));
    }
    return size;
  }

  /** One value without its name. */
  public static int of(Value value) {
    return switch (value.type()) {
      case S -> utf8Length(((Value.S) value).value());
      case N -> ofNumber(((Value.N) value).text());
      case B -> ((Value.B) value).length();
      case BOOL, NULL -> 1;
      case L -> ofList((Value.L) value);
      case M -> ofMap(((Value.M) value).values());
      case SS -> ((Value.SS) value).values().stream().mapToInt(Sizes::utf8Length).sum();
      case NS -> ((Value.NS) value).values().stream().mapToInt(n -> ofNumber(n.text())).sum();
      case BS -> ((Value.BS) value).values().stream().mapToInt(Value.B::length).sum();
    };
  }

  /** What a list or map counts beside what is in it. */
  public static int ofContainer(int entries) {
    return CONTAINER_BYTES + entries;
  }

  private static int ofList(Value.L list) {
    int size = ofContainer(list.values().size());
    for (Value value : list.values()) {
      size += of(value);
    }
    return size;
  }

  private static int ofMap(Item map) {
    return ofContainer(map.size()) + map.sizeBytes();
  }

  /**
   * One byte, half a byte a digit on each side of the point, one for the sign. Digits are counted
   * in the significant run only: 1E125 has one, 0.0000001 has one.
   */
  private static int ofNumber(String text) {
    if (text.equals("0")) {
      return 1;
    }
    int sign = text.charAt(0) == '-' ? 1 : 0;
    int point = text.indexOf('.');
    int integerEnd = point < 0 ? text.length() : point;
    int integerDigits = text.charAt(sign) == '0' ? 0 : integerEnd - sign;
    int fractionDigits = 0;
    if (point < 0) {
      for (int i = integerEnd - 1; text.charAt(i) == '0'; i--) {
        integerDigits--;
      }
    } else {
      int first = point + 1;
      if (integerDigits == 0) {
        while (text.charAt(first) == '0') {
          first++;
        }
      }
      fractionDigits = text.length() - first;
    }
    return 1 + (integerDigits + 1) / 2 + (fractionDigits + 1) / 2 + sign;
  }

  /** The length of a string in UTF-8; a lone surrogate counts as the one byte that replaces it. */
  public static int utf8Length(String text) {
    int length = text.length();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        return i + utf8LengthSlow(text, i);
      }
    }
    return length;
  }

  private static int utf8LengthSlow(String text, int start) {
    int length = 0;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        length++;
      } else if (c < 0x800) {
        length += 2;
      } else if (!Character.isSurrogate(c)) {
        length += 3;
      } else if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        length += 4;
        i++;
      } else {
        length++;
      }
    }
    return length;
  }
}
