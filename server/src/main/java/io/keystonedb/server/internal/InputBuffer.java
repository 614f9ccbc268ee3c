package io.keystonedb.server.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * What arrived on a connection and was not taken yet; the next request may be in it already. Not
 * thread-safe.
 */
final class InputBuffer {
  private static final int INITIAL_SIZE = 8 * 1024;

  private final InputStream in;
  private byte[] bytes = new byte[INITIAL_SIZE];
  private int start;
  private int end;

  InputBuffer(InputStream in) {
    this.in = in;
  }

  /** Waits until there is something; false at the end of the stream. */
  boolean await() throws IOException {
    return start < end || fill();
  }

  /** How much there is. */
  int size() {
    return end - start;
  }

  /** The byte at a distance from the first, which must be there. */
  byte peek(int offset) {
    return bytes[start + offset];
  }

  /** Takes what was looked at. */
  void skip(int length) {
    start += length;
  }

  /** Text of the first bytes, as HTTP's header has it: a character per byte. */
  @SuppressWarnings("deprecation") // No other constructor is as cheap.
  String text(int from, int to) {
    return new String(bytes, 0, start + from, to - from);
  }

  /** Takes the next byte. */
  int read() throws IOException, HttpException {
    if (!await()) {
      throw endOfStream();
    }
    return bytes[start++];
  }

  /** Takes exactly so many bytes into an array. */
  void readFully(byte[] target, int offset, int length) throws IOException, HttpException {
    int done = Math.min(length, size());
    System.arraycopy(bytes, start, target, offset, done);
    start += done;
    while (done < length) {
      int read = in.read(target, offset + done, length - done);
      if (read < 0) {
        throw endOfStream();
      }
      done += read;
    }
  }

  /** Waits for more than there is; false at the end of the stream. */
  boolean fill() throws IOException {
    if (start == end) {
      start = 0;
      end = 0;
      shrink();
    } else if (end == bytes.length) {
      makeRoom();
    }
    int read = in.read(bytes, end, bytes.length - end);
    if (read < 0) {
      return false;
    }
    end += read;
    return true;
  }

  /** One large head shall not cost memory as long as the connection lives. */
  private void shrink() {
    if (bytes.length > INITIAL_SIZE) {
      bytes = new byte[INITIAL_SIZE];
    }
  }

  private void makeRoom() {
    if (start > 0) {
      System.arraycopy(bytes, start, bytes, 0, end - start);
      end -= start;
      start = 0;
    } else {
      bytes = Arrays.copyOf(bytes, bytes.length * 2);
    }
  }

  private static HttpException endOfStream() {
    return new HttpException(400, "the request ends before its end");
  }
}
