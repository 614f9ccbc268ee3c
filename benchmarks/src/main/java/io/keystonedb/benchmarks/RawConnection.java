package io.keystonedb.benchmarks;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * A kept-alive connection that sends requests made beforehand and reads answers only as far as
 * needed: it shall cost the machine less than any server. Not thread-safe.
 */
final class RawConnection implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 30_000;
  private static final String LENGTH = "\r\ncontent-length:";

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private byte[] buffer = new byte[64 * 1024];

  RawConnection(int port) throws IOException {
    socket = new Socket("127.0.0.1", port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MILLIS);
    in = socket.getInputStream();
    out = socket.getOutputStream();
  }

  /**
   * Sends a request and waits for its answer.
   *
   * @throws IOException also if the status is not 200
   */
  void call(byte[] request) throws IOException {
    Answer answer = send(request);
    if (answer.status != 200) {
      throw new IOException(answer.toString());
    }
  }

  /** Sends a request and waits for its answer, whatever it is. */
  Answer send(byte[] request) throws IOException {
    out.write(request);
    return read();
  }

  private Answer read() throws IOException {
    int size = 0;
    int bodyAt = -1;
    int end = Integer.MAX_VALUE;
    int status = 0;
    while (size < end) {
      if (size == buffer.length) {
        buffer = Arrays.copyOf(buffer, size * 2);
      }
      int read = in.read(buffer, size, buffer.length - size);
      if (read < 0) {
        throw new EOFException("the connection ended within an answer");
      }
      size += read;
      if (bodyAt < 0) {
        bodyAt = endOfHead(size);
        if (bodyAt >= 0) {
          String head = new String(buffer, 0, bodyAt, StandardCharsets.ISO_8859_1);
          status = Integer.parseInt(head.substring(9, 12));
          end = bodyAt + contentLength(head.toLowerCase(Locale.ROOT));
        }
      }
    }
    return new Answer(
        status,
        status == 200 ? "" : new String(buffer, bodyAt, end - bodyAt, StandardCharsets.UTF_8));
  }

  /** As {@link #send}, and tells the server that nothing more will come. */
  Answer sendLast(byte[] request) throws IOException {
    out.write(request);
    socket.shutdownOutput();
    return read();
  }

  private int endOfHead(int size) {
    for (int i = 3; i < size; i++) {
      if (buffer[i] == '\n' && buffer[i - 1] == '\r' && buffer[i - 2] == '\n') {
        return i + 1;
      }
    }
    return -1;
  }

  private static int contentLength(String head) {
    int at = head.indexOf(LENGTH);
    if (at < 0) {
      throw new IllegalStateException("an answer without a length: " + head);
    }
    return Integer.parseInt(
        head.substring(at + LENGTH.length(), head.indexOf('\r', at + 2)).trim());
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  /** Status, and the body if it is an error. */
  record Answer(int status, String error) {}
}
