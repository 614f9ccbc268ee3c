package io.keystonedb.internal.codec;

import io.keystonedb.Item;
import io.keystonedb.Value;
import io.keystonedb.internal.value.Sizes;
import io.keystonedb.internal.value.TrustedValues;
import io.keystonedb.internal.value.ValueDepth;
import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Reads what {@link ValueWriter} wrote. It counts the size of the item while it is at it: the
 * lengths of texts and binaries, of which most of an item consists, are known anyway. Not
 * thread-safe.
 */
final class ValueReader {
  private static final int MAX_DIGITS_BYTES = 16;

  /** An empty name, and a value that is only a type. */
  private static final int MIN_ATTRIBUTE_BYTES = 2;

  private static final TrustedValues VALUES = TrustedValues.get();

  private final RowInput in;

  /** What was read so far counts towards the size of what it belongs to. */
  private int size;

  private ValueReader(RowInput in) {
    this.in = in;
  }

  /** Reads an item. */
  static Item item(RowInput in) {
    return new ValueReader(in).item(0);
  }

  private Item item(int level) {
    int before = size;
    int count = in.count(MIN_ATTRIBUTE_BYTES);
    String[] names = new String[count];
    Value[] values = new Value[count];
    for (int i = 0; i < count; i++) {
      names[i] = text();
      values[i] = value(level);
    }
    Item item = VALUES.item(names, values, size - before);
    if (item == null) {
      throw in.corrupt("two attributes of the same name");
    }
    return item;
  }

  private Value value(int level) {
    int type = in.raw();
    if (level >= ValueDepth.LIMIT) {
      throw in.corrupt("a value that is nested too deep");
    }
    return switch (type) {
      case ValueWriter.STRING -> Value.string(text());
      case ValueWriter.INTEGER, ValueWriter.DECIMAL -> number(type);
      case ValueWriter.BINARY -> binary();
      case ValueWriter.TRUE, ValueWriter.FALSE -> {
        size++;
        yield Value.bool(type == ValueWriter.TRUE);
      }
      case ValueWriter.NULL -> {
        size++;
        yield Value.nul();
      }
      case ValueWriter.LIST -> list(level + 1);
      case ValueWriter.MAP -> {
        Item map = item(level + 1);
        size += Sizes.ofContainer(map.size());
        yield Value.map(map);
      }
      case ValueWriter.STRING_SET -> VALUES.stringSet(set(this::text));
      case ValueWriter.NUMBER_SET -> VALUES.numberSet(set(() -> number(in.raw())));
      case ValueWriter.BINARY_SET -> VALUES.binarySet(set(this::binary));
      default -> throw in.corrupt("a value of the unknown type " + type);
    };
  }

  private String text() {
    String text = in.text();
    // Surrogates that stand alone have three bytes here, and count as one.
    size += in.textBytes() == text.length() ? text.length() : Sizes.utf8Length(text);
    return text;
  }

  private Value.B binary() {
    byte[] bytes = in.bytes();
    size += bytes.length;
    return VALUES.binary(bytes);
  }

  private Value.N number(int type) {
    Value.N number =
        switch (type) {
          case ValueWriter.INTEGER -> Value.number(in.signed());
          case ValueWriter.DECIMAL -> decimal();
          default -> throw in.corrupt("a number of the unknown type " + type);
        };
    size += Sizes.of(number);
    return number;
  }

  private Value.N decimal() {
    long scale = in.signed();
    byte[] digits = in.bytes();
    if (digits.length == 0 || digits.length > MAX_DIGITS_BYTES) {
      throw in.corrupt("a number with " + digits.length + " bytes of digits");
    }
    Value.N number = VALUES.decimal(new BigInteger(digits), scale);
    if (number == null) {
      throw in.corrupt("a number with wrong digits or out of range");
    }
    return number;
  }

  private Value.L list(int level) {
    Value[] values = new Value[in.count(1)];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(level);
    }
    size += Sizes.ofContainer(values.length);
    return Value.list(List.of(values));
  }

  private <T> Set<T> set(Supplier<T> element) {
    int count = in.count(1);
    Set<T> set = new LinkedHashSet<>();
    for (int i = 0; i < count; i++) {
      set.add(element.get());
    }
    if (set.size() < count || count == 0) {
      throw in.corrupt("a set that is empty or has an element twice");
    }
    return set;
  }
}
