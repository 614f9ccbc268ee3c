package io.keystonedb.internal.codec;

import io.keystonedb.Item;
import io.keystonedb.Value;
import io.keystonedb.internal.value.ValueDepth;
import java.math.BigDecimal;

/**
 * Writes attribute values. Each is one byte for its type, and then:
 *
 * <pre>
 * 01 S        its bytes, as all texts with their length before them
 * 02 integer  a number of up to 18 digits without a fraction: the number
 * 03 decimal  any other number: its scale, then its digits without zeros at the end as a number in
 *             two's complement, the highest byte first, with their length before them
 * 04 B        its bytes, with their length before them
 * 05 true
 * 06 false
 * 07 NULL
 * 08 L        the number of values, the values
 * 09 M        an item
 * 0A SS       the number of elements; of each what S has
 * 0B NS       the number of elements; of each what a number has, with its type
 * 0C BS       the number of elements; of each what B has
 * </pre>
 *
 * <p>An item is the number of its attributes, and of each, in their order, name and value.
 */
final class ValueWriter {
  static final int STRING = 0x01;
  static final int INTEGER = 0x02;
  static final int DECIMAL = 0x03;
  static final int BINARY = 0x04;
  static final int TRUE = 0x05;
  static final int FALSE = 0x06;
  static final int NULL = 0x07;
  static final int LIST = 0x08;
  static final int MAP = 0x09;
  static final int STRING_SET = 0x0A;
  static final int NUMBER_SET = 0x0B;
  static final int BINARY_SET = 0x0C;

  private static final int MAX_INTEGER_DIGITS = 18;

  private ValueWriter() {}

  /** Writes an item. */
  static void write(Item item, RowOutput out) {
    write(item, out, 0);
  }

  private static void write(Item item, RowOutput out, int level) {
    out.unsigned(item.size());
    for (int i = 0; i < item.size(); i++) {
      out.text(item.nameAt(i));
      write(item.valueAt(i), out, level);
    }
  }

  private static void write(Value value, RowOutput out, int level) {
    if (level >= ValueDepth.LIMIT) {
      throw new IllegalArgumentException("a value is nested more than " + level + " levels deep");
    }
    switch (value.type()) {
      case S -> {
        out.raw(STRING);
        out.text(((Value.S) value).value());
      }
      case N -> number(((Value.N) value).text(), out);
      case B -> {
        out.raw(BINARY);
        out.bytes(((Value.B) value).toByteArray());
      }
      case BOOL -> out.raw(((Value.Bool) value).value() ? TRUE : FALSE);
      case NULL -> out.raw(NULL);
      case L -> {
        out.raw(LIST);
        out.unsigned(((Value.L) value).values().size());
        for (Value element : ((Value.L) value).values()) {
          write(element, out, level + 1);
        }
      }
      case M -> {
        out.raw(MAP);
        write(((Value.M) value).values(), out, level + 1);
      }
      case SS -> {
        out.raw(STRING_SET);
        out.unsigned(((Value.SS) value).values().size());
        ((Value.SS) value).values().forEach(out::text);
      }
      case NS -> {
        out.raw(NUMBER_SET);
        out.unsigned(((Value.NS) value).values().size());
        ((Value.NS) value).values().forEach(element -> number(element.text(), out));
      }
      case BS -> {
        out.raw(BINARY_SET);
        out.unsigned(((Value.BS) value).values().size());
        ((Value.BS) value).values().forEach(element -> out.bytes(element.toByteArray()));
      }
    }
  }

  private static void number(String canonical, RowOutput out) {
    int digits = canonical.charAt(0) == '-' ? canonical.length() - 1 : canonical.length();
    if (digits <= MAX_INTEGER_DIGITS && canonical.indexOf('.') < 0) {
      out.raw(INTEGER);
      out.signed(Long.parseLong(canonical));
      return;
    }
    BigDecimal number = new BigDecimal(canonical).stripTrailingZeros();
    out.raw(DECIMAL);
    out.signed(number.scale());
    out.bytes(number.unscaledValue().toByteArray());
  }
}
