package io.keystonedb.internal.json;

import java.util.Arrays;

/**
 * JSON in UTF-8, written into one growing array. The caller sees to it that what is written is
 * well-formed; this class sees to commas and characters. Not thread-safe.
 */
public final class JsonOutput {
  private static final byte[] HEX = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
  };

  /** A character takes at most this many bytes: one that is escaped. */
  private static final int MAX_CHARACTER = 6;

  /** Long texts are written in parts, so that room for the worst case stays small. */
  private static final int PART = 512;

  private byte[] bytes = new byte[512];
  private int size;

  /** Whether a comma is due before the next member or element. */
  private boolean comma;

  /** What was written, in an array that may be longer than {@link #size()}. */
  public byte[] array() {
    return bytes;
  }

  /** How many bytes were written. */
  public int size() {
    return size;
  }

  /** Begins an object. */
  public JsonOutput beginObject() {
    return open('{');
  }

  /** Ends an object. */
  public JsonOutput endObject() {
    return close('}');
  }

  /** Begins an array. */
  public JsonOutput beginArray() {
    return open('[');
  }

  /** Ends an array. */
  public JsonOutput endArray() {
    return close(']');
  }

  /** The name of the member whose value comes next. */
  public JsonOutput name(String name) {
    string(name);
    bytes[size++] = ':';
    comma = false;
    return this;
  }

  /** A number, {@code true}, {@code false}: anything in ASCII without quotation marks. */
  public JsonOutput literal(String text) {
    separate(text.length());
    for (int i = 0; i < text.length(); i++) {
      bytes[size++] = (byte) text.charAt(i);
    }
    return this;
  }

  /** Text in ASCII that needs no escapes, such as base64, given as its bytes. */
  public JsonOutput plainString(byte[] ascii) {
    separate(ascii.length + 2);
    bytes[size++] = '"';
    System.arraycopy(ascii, 0, bytes, size, ascii.length);
    size += ascii.length;
    bytes[size++] = '"';
    return this;
  }

  /** Any text. */
  public JsonOutput string(String text) {
    separate(1);
    bytes[size++] = '"';
    int at = 0;
    while (at < text.length()) {
      at = part(text, at, Math.min(text.length(), at + PART));
    }
    reserve(2);
    bytes[size++] = '"';
    return this;
  }

  private JsonOutput open(char bracket) {
    separate(1);
    bytes[size++] = (byte) bracket;
    comma = false;
    return this;
  }

  private JsonOutput close(char bracket) {
    reserve(1);
    bytes[size++] = (byte) bracket;
    comma = true;
    return this;
  }

  private void separate(int length) {
    reserve(length + 1);
    if (comma) {
      bytes[size++] = ',';
    }
    comma = true;
  }

  private void reserve(int length) {
    // One more for the colon behind a name.
    if (bytes.length - size <= length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + length + 1));
    }
  }

  /** Writes at least the characters up to {@code end} and returns where it stopped. */
  private int part(String text, int start, int end) {
    reserve((end - start + 1) * MAX_CHARACTER);
    byte[] target = bytes;
    int at = size;
    int i = start;
    for (; i < end; i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        break;
      }
      if (c < 0x20 || c == '"' || c == '\\') {
        at = escape(c, at);
      } else {
        target[at++] = (byte) c;
      }
    }
    size = at;
    return i < end ? beyondAscii(text, i, end) : i;
  }

  private int beyondAscii(String text, int start, int end) {
    int i = start;
    while (i < end) {
      char c = text.charAt(i++);
      if (c < 0x80) {
        size = c < 0x20 || c == '"' || c == '\\' ? escape(c, size) : single(c, size);
      } else if (c < 0x800) {
        bytes[size++] = (byte) (0xC0 | c >> 6);
        bytes[size++] = (byte) (0x80 | (c & 0x3F));
      } else if (!Character.isSurrogate(c)) {
        bytes[size++] = (byte) (0xE0 | c >> 12);
        bytes[size++] = (byte) (0x80 | (c >> 6 & 0x3F));
        bytes[size++] = (byte) (0x80 | (c & 0x3F));
      } else if (Character.isHighSurrogate(c)
          && i < text.length()
          && Character.isLowSurrogate(text.charAt(i))) {
        supplementary(Character.toCodePoint(c, text.charAt(i++)));
      } else {
        // Half a character has no form in UTF-8; this is what Java's own encoder writes.
        bytes[size++] = '?';
      }
    }
    return i;
  }

  private int single(char c, int at) {
    bytes[at] = (byte) c;
    return at + 1;
  }

  private void supplementary(int codePoint) {
    bytes[size++] = (byte) (0xF0 | codePoint >> 18);
    bytes[size++] = (byte) (0x80 | (codePoint >> 12 & 0x3F));
    bytes[size++] = (byte) (0x80 | (codePoint >> 6 & 0x3F));
    bytes[size++] = (byte) (0x80 | (codePoint & 0x3F));
  }

  private int escape(char c, int start) {
    int at = start;
    bytes[at++] = '\\';
    switch (c) {
      case '"', '\\' -> bytes[at++] = (byte) c;
      case '\n' -> bytes[at++] = 'n';
      case '\r' -> bytes[at++] = 'r';
      case '\t' -> bytes[at++] = 't';
      case '\b' -> bytes[at++] = 'b';
      case '\f' -> bytes[at++] = 'f';
      default -> {
        bytes[at++] = 'u';
        bytes[at++] = '0';
        bytes[at++] = '0';
        bytes[at++] = HEX[c >> 4];
        bytes[at++] = HEX[c & 0xF];
      }
    }
    return at;
  }
}
