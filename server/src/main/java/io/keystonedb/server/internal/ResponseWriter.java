package io.keystonedb.server.internal;

import io.keystonedb.internal.wire.WireResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes answers, each with as few calls of the system as possible. Not thread-safe. */
final class ResponseWriter {
  /** Head and body go out together up to here; for longer bodies copying costs more than a call. */
  private static final int TOGETHER = 32 * 1024;

  private static final byte[] CONTINUE =
      "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final OutputStream out;
  private byte[] buffer = new byte[2048];
  private int size;

  ResponseWriter(OutputStream out) {
    this.out = out;
  }

  /** Asks the client to go on and send the body. */
  void writeContinue() throws IOException {
    out.write(CONTINUE);
    out.flush();
  }

  /**
   * Writes an answer.
   *
   * @param withBody false for the answer to {@code HEAD}, which only tells the length
   */
  void write(WireResponse response, boolean keepAlive, boolean withBody) throws IOException {
    size = 0;
    append("HTTP/1.1 ");
    append(Integer.toString(response.status()));
    append(" ");
    append(WireResponse.reason(response.status()));
    response.headers().forEach(this::field);
    field("Content-Length", Integer.toString(response.length()));
    field("Connection", keepAlive ? "keep-alive" : "close");
    field("Date", HttpDate.now());
    append("\r\n\r\n");
    int length = withBody ? response.length() : 0;
    if (size + length <= TOGETHER) {
      reserve(length);
      System.arraycopy(response.body(), 0, buffer, size, length);
      out.write(buffer, 0, size + length);
    } else {
      out.write(buffer, 0, size);
      out.write(response.body(), 0, length);
    }
    out.flush();
  }

  private void field(String name, String value) {
    append("\r\n");
    append(name);
    append(": ");
    append(value);
  }

  @SuppressWarnings("deprecation") // Takes the low bytes, which is what a header is made of.
  private void append(String text) {
    reserve(text.length());
    text.getBytes(0, text.length(), buffer, size);
    size += text.length();
  }

  private void reserve(int length) {
    if (buffer.length - size < length) {
      buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, size + length));
    }
  }
}
