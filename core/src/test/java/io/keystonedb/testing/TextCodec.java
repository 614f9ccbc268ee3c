package io.keystonedb.testing;

import io.keystonedb.storage.Codec;
import java.nio.charset.StandardCharsets;

/** Writes strings, longs and integers, which the tests of stores use as values. */
final class TextCodec implements Codec {
  @Override
  public byte[] encode(byte[] key, Object value) {
    String type = value.getClass().getSimpleName();
    return (type.charAt(0) + value.toString()).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public Object decode(byte[] key, byte[] bytes) {
    String text = new String(bytes, 1, bytes.length - 1, StandardCharsets.UTF_8);
    return switch (bytes[0]) {
      case 'S' -> text;
      case 'L' -> Long.valueOf(text);
      default -> Integer.valueOf(text);
    };
  }
}
