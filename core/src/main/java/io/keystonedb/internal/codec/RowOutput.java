package io.keystonedb.internal.codec;

import java.util.Arrays;

/**
 * Collects the bytes of a row. Numbers have seven bits in each byte, the lowest first, and the
 * highest bit of a byte says that there is another one; so small numbers are short. Not
 * thread-safe.
 */
final class RowOutput {
  private byte[] buffer;
  private int size;

  /**
   * An empty one.
   *
   * @param expectedBytes how much is expected; more is possible
   */
  RowOutput(int expectedBytes) {
    buffer = new byte[expectedBytes];
  }

  /** Appends one byte. */
  void raw(int value) {
    ensure(1);
    buffer[size++] = (byte) value;
  }

  /** Appends a part of an array as it is. */
  void raw(byte[] bytes, int from, int to) {
    ensure(to - from);
    System.arraycopy(bytes, from, buffer, size, to - from);
    size += to - from;
  }

  /** Appends a number that is not negative, or the bits of any other. */
  void unsigned(long value) {
    ensure(10);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      buffer[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    buffer[size++] = (byte) rest;
  }

  /** Appends a number, short if it is close to zero on either side. */
  void signed(long value) {
    unsigned((value << 1) ^ (value >> 63));
  }

  /** Appends the length of an array, and the array. */
  void bytes(byte[] bytes) {
    unsigned(bytes.length);
    raw(bytes, 0, bytes.length);
  }

  /** Appends the number of bytes of a text, and the text in UTF-8; see {@link TextBytes}. */
  void text(String text) {
    int length = text.length();
    int start = size;
    unsigned(length);
    ensure(length);
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        size = start;
        bytes(TextBytes.encode(text));
        return;
      }
      buffer[size++] = (byte) c;
    }
  }

  /** Begins something that its length is to stand before; returns what {@link #close} needs. */
  int open() {
    return size;
  }

  /** Ends what was begun, and puts its length before it. */
  void close(int start) {
    int length = size - start;
    unsigned(length);
    int lengthBytes = size - start - length;
    byte[] prefix = Arrays.copyOfRange(buffer, size - lengthBytes, size);
    System.arraycopy(buffer, start, buffer, start + lengthBytes, length);
    System.arraycopy(prefix, 0, buffer, start, lengthBytes);
  }

  /** What was appended. */
  byte[] toByteArray() {
    return size == buffer.length ? buffer : Arrays.copyOf(buffer, size);
  }

  private void ensure(int more) {
    if (size + more > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, size + more));
    }
  }
}
