package io.keystonedb.internal.json;

/**
 * Strict UTF-8. Jackson takes overlong forms and encoded surrogates, and it guesses other encodings
 * from zero bytes, so bodies are looked at before.
 */
final class Utf8 {
  private Utf8() {}

  /** Whether bytes are well-formed UTF-8 without a zero byte, which JSON never has. */
  static boolean isText(byte[] bytes) {
    int at = 0;
    while (at < bytes.length) {
      int lead = bytes[at];
      if (lead > 0) {
        at++;
        continue;
      }
      int length = sequence(bytes, at, lead & 0xFF);
      if (length == 0) {
        return false;
      }
      at += length;
    }
    return true;
  }

  /** The length of the sequence at a position, or zero if there is none. */
  private static int sequence(byte[] bytes, int at, int lead) {
    if (lead >= 0xC2 && lead <= 0xDF) {
      return follows(bytes, at + 1, 0x80, 0xBF) ? 2 : 0;
    }
    if (lead >= 0xE0 && lead <= 0xEF) {
      int low = lead == 0xE0 ? 0xA0 : 0x80;
      int high = lead == 0xED ? 0x9F : 0xBF;
      return follows(bytes, at + 1, low, high) && follows(bytes, at + 2, 0x80, 0xBF) ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
      int low = lead == 0xF0 ? 0x90 : 0x80;
      int high = lead == 0xF4 ? 0x8F : 0xBF;
      return follows(bytes, at + 1, low, high)
              && follows(bytes, at + 2, 0x80, 0xBF)
              && follows(bytes, at + 3, 0x80, 0xBF)
          ? 4
          : 0;
    }
    return 0;
  }

  private static boolean follows(byte[] bytes, int at, int low, int high) {
    return at < bytes.length && (bytes[at] & 0xFF) >= low && (bytes[at] & 0xFF) <= high;
  }
}
