package io.keystonedb.internal.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Texts as UTF-8. A surrogate that stands alone, which UTF-8 has no bytes for and attribute values
 * may hold, has the three bytes that a character of its number would have.
 *
 * @see <a href="https://simonsapin.github.io/wtf-8/">The WTF-8 encoding</a>
 */
final class TextBytes {
  private static final char REPLACEMENT = '\uFFFD';

  private TextBytes() {}

  static byte[] encode(String text) {
    int alone = surrogatesAlone(text);
    if (alone == 0) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    byte[] bytes = new byte[text.length() * 3];
    int size = 0;
    int codePoint;
    for (int i = 0; i < text.length(); i += Character.charCount(codePoint)) {
      codePoint = text.codePointAt(i);
      if (isSurrogate(codePoint)) {
        bytes[size++] = (byte) (0xE0 | (codePoint >> 12));
        bytes[size++] = (byte) (0x80 | ((codePoint >> 6) & 0x3F));
        bytes[size++] = (byte) (0x80 | (codePoint & 0x3F));
      } else {
        byte[] character = Character.toString(codePoint).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(character, 0, bytes, size, character.length);
        size += character.length;
      }
    }
    return Arrays.copyOf(bytes, size);
  }

  /** The text of some bytes, or null if no text has just these. */
  static @Nullable String decode(byte[] bytes, int from, int to) {
    String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    // Either it is in the text, or the decoder put it in the place of what is not UTF-8.
    return text.indexOf(REPLACEMENT) < 0 ? text : decodeWithSurrogates(bytes, from, to);
  }

  private static @Nullable String decodeWithSurrogates(byte[] bytes, int from, int to) {
    StringBuilder text = new StringBuilder(to - from);
    int start = from;
    for (int i = from; i < to - 2; i++) {
      if ((bytes[i] & 0xFF) == 0xED && (bytes[i + 1] & 0xE0) == 0xA0) {
        text.append(new String(bytes, start, i - start, StandardCharsets.UTF_8));
        text.append((char) (0xD000 | ((bytes[i + 1] & 0x3F) << 6) | (bytes[i + 2] & 0x3F)));
        start = i + 3;
        i += 2;
      }
    }
    text.append(new String(bytes, start, to - start, StandardCharsets.UTF_8));
    byte[] again = encode(text.toString());
    return Arrays.equals(again, 0, again.length, bytes, from, to) ? text.toString() : null;
  }

  private static int surrogatesAlone(String text) {
    int alone = 0;
    int codePoint;
    for (int i = 0; i < text.length(); i += Character.charCount(codePoint)) {
      codePoint = text.codePointAt(i);
      alone += isSurrogate(codePoint) ? 1 : 0;
    }
    return alone;
  }

  private static boolean isSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
