package io.keystonedb.internal.operation;

import java.util.Arrays;

/** The key of a row as a value, to find items that a request names twice. */
final class RowKey {
  private final byte[] bytes;

  RowKey(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The key; not to be changed. */
  byte[] bytes() {
    return bytes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RowKey that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
