package io.keystonedb.internal.codec;

import io.keystonedb.internal.engine.RowKind;
import io.keystonedb.storage.CorruptRowException;
import java.util.Arrays;

/**
 * Takes the bytes of a row, or a part of it, apart in the order in which {@link RowOutput} put them
 * together. Whatever the bytes are, nothing is read beyond their end, and nothing is made that is
 * much larger than they are. Not thread-safe.
 */
final class RowInput {
  private final RowKind<?> kind;
  private final byte[] bytes;
  private final int end;
  private int position;
  private int textBytes;

  RowInput(RowKind<?> kind, byte[] bytes) {
    this(kind, bytes, 0, bytes.length);
  }

  private RowInput(RowKind<?> kind, byte[] bytes, int from, int end) {
    this.kind = kind;
    this.bytes = bytes;
    this.position = from;
    this.end = end;
  }

  /** The exception for a row that has something wrong where this stands. */
  CorruptRowException corrupt(String problem) {
    return new CorruptRowException(kind.description(), problem + at());
  }

  /** The exception for a row whose parts do not fit together. */
  CorruptRowException corrupt(RuntimeException cause) {
    return new CorruptRowException(kind.description(), cause.getMessage() + at(), cause);
  }

  private String at() {
    return ", at byte " + position + " of " + bytes.length;
  }

  boolean atEnd() {
    return position == end;
  }

  /** Checks that all was read. */
  void requireEnd() {
    if (position != end) {
      throw corrupt("more bytes than expected");
    }
  }

  int position() {
    return position;
  }

  /** The bytes from a position up to where this stands. */
  byte[] since(int from) {
    return Arrays.copyOfRange(bytes, from, position);
  }

  /** One byte, 0 to 255. */
  int raw() {
    require(1);
    return bytes[position++] & 0xFF;
  }

  long unsigned() {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      int next = raw();
      value |= (next & 0x7FL) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    throw corrupt("a number of more than 64 bits");
  }

  long signed() {
    long value = unsigned();
    return (value >>> 1) ^ -(value & 1);
  }

  /**
   * A number of elements that follow.
   *
   * @param bytesEach how many bytes each of them has at least
   */
  int count(int bytesEach) {
    long count = unsigned();
    if (count < 0 || count > (end - position) / bytesEach) {
      throw corrupt("the end comes too early for " + Long.toUnsignedString(count) + " elements");
    }
    return (int) count;
  }

  byte[] bytes() {
    int length = count(1);
    position += length;
    return Arrays.copyOfRange(bytes, position - length, position);
  }

  String text() {
    int length = count(1);
    String text = TextBytes.decode(bytes, position, position + length);
    if (text == null) {
      throw corrupt("a text that is not UTF-8");
    }
    position += length;
    textBytes = length;
    return text;
  }

  /** How many bytes the text had that was read last. */
  int textBytes() {
    return textBytes;
  }

  /** Something that its length stands before. */
  RowInput part() {
    int length = count(1);
    position += length;
    return new RowInput(kind, bytes, position - length, position);
  }

  private void require(int count) {
    if (end - position < count) {
      throw corrupt("the end comes too early");
    }
  }
}
