package io.keystonedb.internal.value;

import io.keystonedb.Value;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes keys as bytes that compare, unsigned, in the order of their values.
 *
 * <p>Each component is self-delimiting, so that components can stand one behind the other:
 *
 * <ul>
 *   <li>S and B: the bytes, a zero byte written as {@code 00 FF}, then the end mark {@code 00 01}.
 *       Left without its end mark, such a component is a raw prefix of all that begin with it.
 *   <li>N: one byte for sign and class, one for the decimal exponent, the significant digits two by
 *       two, each pair plus one, then {@code 00}. For negative numbers all but the first byte are
 *       inverted. Numerically equal numbers give equal bytes.
 * </ul>
 *
 * <p>Not thread-safe; make one per key.
 */
public final class KeyWriter {
  private static final byte END = 0x01;
  private static final byte ESCAPED_ZERO = (byte) 0xFF;

  private static final int NEGATIVE = 0x01;
  private static final int ZERO = 0x02;
  private static final int POSITIVE = 0x03;

  /** Makes the decimal exponents -130 to 125 a byte. */
  private static final int EXPONENT_BIAS = 130;

  private byte[] buffer = new byte[64];
  private int size;

  /** Appends one byte. */
  public KeyWriter raw(int value) {
    ensure(1);
    buffer[size++] = (byte) value;
    return this;
  }

  /** Appends bytes as they are. */
  public KeyWriter raw(byte[] bytes, int from, int to) {
    ensure(to - from);
    System.arraycopy(bytes, from, buffer, size, to - from);
    size += to - from;
    return this;
  }

  /** Appends bytes as they are. */
  public KeyWriter raw(byte[] bytes) {
    return raw(bytes, 0, bytes.length);
  }

  /** Appends two bytes, the more significant first. */
  public KeyWriter raw16(int value) {
    return raw(value >>> 8).raw(value);
  }

  /** Appends four bytes, the most significant first. */
  public KeyWriter raw32(int value) {
    return raw(value >>> 24).raw(value >>> 16).raw(value >>> 8).raw(value);
  }

  /** Appends eight bytes, the most significant first. */
  public KeyWriter raw64(long value) {
    return raw32((int) (value >>> 32)).raw32((int) value);
  }

  /** Appends a text as a self-delimiting component. */
  public KeyWriter text(String text) {
    return open(text).end();
  }

  /** Appends a key value as a self-delimiting component. */
  public KeyWriter value(Value value) {
    if (value instanceof Value.N number) {
      return number(number.text());
    }
    return prefix(value).end();
  }

  /** Appends an S or B value without its end, as the raw prefix of all that begin with it. */
  public KeyWriter prefix(Value value) {
    if (value instanceof Value.S string) {
      return open(string.value());
    }
    if (value instanceof Value.B binary) {
      ensure(binary.length());
      for (int i = 0; i < binary.length(); i++) {
        escaped(binary.byteAt(i));
      }
      return this;
    }
    throw new IllegalArgumentException("not an S or B value: " + value);
  }

  /** Overwrites four bytes that were written before, the most significant first. */
  public KeyWriter patch32(int at, int value) {
    buffer[at] = (byte) (value >>> 24);
    buffer[at + 1] = (byte) (value >>> 16);
    buffer[at + 2] = (byte) (value >>> 8);
    buffer[at + 3] = (byte) value;
    return this;
  }

  /** The {@link PartitionHash} of the bytes written since a position. */
  public int hashFrom(int from) {
    return PartitionHash.of(buffer, from, size);
  }

  /** The bytes written so far. */
  public byte[] toByteArray() {
    return Arrays.copyOf(buffer, size);
  }

  /** How many bytes are written so far. */
  public int size() {
    return size;
  }

  private KeyWriter end() {
    return raw(0).raw(END);
  }

  private KeyWriter open(String text) {
    int length = text.length();
    ensure(length);
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        return openBytes(text.substring(i).getBytes(StandardCharsets.UTF_8));
      }
      escaped((byte) c);
    }
    return this;
  }

  private KeyWriter openBytes(byte[] bytes) {
    ensure(bytes.length);
    for (byte b : bytes) {
      escaped(b);
    }
    return this;
  }

  private void escaped(byte b) {
    raw(b);
    if (b == 0) {
      raw(ESCAPED_ZERO);
    }
  }

  private KeyWriter number(String text) {
    if (text.equals("0")) {
      return raw(ZERO);
    }
    boolean negative = text.charAt(0) == '-';
    int flip = negative ? 0xFF : 0;
    int start = negative ? 1 : 0;
    int point = text.indexOf('.');
    int first = start;
    while (text.charAt(first) == '0' || text.charAt(first) == '.') {
      first++;
    }
    int integerEnd = point < 0 ? text.length() : point;
    int exponent = first < integerEnd ? integerEnd - first - 1 : integerEnd - first;
    int last = text.length();
    while (text.charAt(last - 1) == '0') {
      last--;
    }
    raw(negative ? NEGATIVE : POSITIVE);
    raw((exponent + EXPONENT_BIAS) ^ flip);
    int high = -1;
    for (int i = first; i < last; i++) {
      char c = text.charAt(i);
      if (c == '.') {
        continue;
      }
      if (high < 0) {
        high = c - '0';
      } else {
        raw((high * 10 + (c - '0') + 1) ^ flip);
        high = -1;
      }
    }
    if (high >= 0) {
      raw((high * 10 + 1) ^ flip);
    }
    return raw(flip);
  }

  private void ensure(int more) {
    if (size + more > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, size + more));
    }
  }
}
