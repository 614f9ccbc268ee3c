package io.keystonedb.server.internal;

import java.io.IOException;
import java.util.Arrays;

/** Reads bodies of a known length and in chunks (RFC 9112, sections 6 and 7). */
final class BodyReader {
  /** Memory is only taken for what has arrived, not for what a client says it will send. */
  private static final int FIRST_PART = 64 * 1024;

  private static final int MAX_LINE = 4096;
  private static final byte[] NOTHING = {};

  private final InputBuffer in;

  BodyReader(InputBuffer in) {
    this.in = in;
  }

  /**
   * The body of a request.
   *
   * @param length as the head says it, or {@link RequestHead#CHUNKED}
   * @throws HttpException if it is too large or not what the head says
   */
  byte[] read(long length) throws IOException, HttpException {
    if (length > Limits.BODY_BYTES) {
      throw tooLarge();
    }
    if (length == 0) {
      return NOTHING;
    }
    return length == RequestHead.CHUNKED ? chunks() : append(NOTHING, 0, (int) length);
  }

  private byte[] chunks() throws IOException, HttpException {
    byte[] body = NOTHING;
    int size = 0;
    for (int length = chunkLength(); length > 0; length = chunkLength()) {
      if (size + length > Limits.BODY_BYTES) {
        throw tooLarge();
      }
      body = append(body, size, length);
      size += length;
      if (!line().isEmpty()) {
        throw new HttpException(400, "a chunk longer than it says");
      }
    }
    skipTrailers();
    return body.length == size ? body : Arrays.copyOf(body, size);
  }

  /** Reads so many bytes behind the first {@code size} of an array, which it may replace. */
  private byte[] append(byte[] body, int size, int length) throws IOException, HttpException {
    byte[] target = body;
    int at = size;
    int end = size + length;
    while (at < end) {
      if (at == target.length) {
        // The last step fits exactly: most bodies are read into the array they stay in.
        target = Arrays.copyOf(target, Math.min(end, Math.max(FIRST_PART, at * 2)));
      }
      int part = Math.min(end, target.length) - at;
      in.readFully(target, at, part);
      at += part;
    }
    return target;
  }

  private int chunkLength() throws IOException, HttpException {
    String line = line();
    int semicolon = line.indexOf(';');
    String digits = (semicolon < 0 ? line : line.substring(0, semicolon)).trim();
    long length = RequestHead.length(digits, 16);
    if (length > Limits.BODY_BYTES) {
      throw tooLarge();
    }
    return (int) length;
  }

  private void skipTrailers() throws IOException, HttpException {
    int length = 0;
    for (String line = line(); !line.isEmpty(); line = line()) {
      length += line.length();
      if (length > MAX_LINE) {
        throw new HttpException(431, "too many trailers");
      }
    }
  }

  private String line() throws IOException, HttpException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (line.length() == MAX_LINE) {
        throw new HttpException(400, "a line without an end");
      }
      line.append((char) (next & 0xFF));
    }
    int last = line.length() - 1;
    return last >= 0 && line.charAt(last) == '\r' ? line.substring(0, last) : line.toString();
  }

  private static HttpException tooLarge() {
    return new HttpException(413, "too large a body");
  }
}
