package io.keystonedb.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A socket for requests that no HTTP library would send. Gives up on an answer after 20 seconds.
 */
final class RawClient implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 20_000;

  private final Socket socket;
  private final InputStream in;

  RawClient(KeystoneServer server) {
    try {
      socket = new Socket("127.0.0.1", server.port());
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.setTcpNoDelay(true);
      in = socket.getInputStream();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** What one connection answers to some bytes, which are all it gets. */
  static Answer answer(KeystoneServer server, byte[] bytes) throws IOException {
    try (RawClient client = new RawClient(server)) {
      client.send(bytes);
      client.endOfRequests();
      return client.read();
    }
  }

  static Answer answer(KeystoneServer server, String text) throws IOException {
    return answer(server, text.getBytes(StandardCharsets.ISO_8859_1));
  }

  RawClient send(String text) throws IOException {
    return send(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  RawClient send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    return this;
  }

  /** Tells the server that nothing more will come. */
  void endOfRequests() throws IOException {
    socket.shutdownOutput();
  }

  Answer read() throws IOException {
    return read(true);
  }

  /** The next answer; one to HEAD has no body. */
  Answer read(boolean withBody) throws IOException {
    String line = line();
    int status = Integer.parseInt(line.substring(9, 12));
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String field = line(); !field.isEmpty(); field = line()) {
      int colon = field.indexOf(':');
      headers.put(field.substring(0, colon), field.substring(colon + 1).trim());
    }
    int length = withBody ? Integer.parseInt(headers.getOrDefault("Content-Length", "0")) : 0;
    return new Answer(status, headers, in.readNBytes(length));
  }

  /** Whether the server ends the connection next. */
  boolean isEnded() throws IOException {
    return in.read() < 0;
  }

  /** Takes what comes until the server ends the connection. */
  byte[] readToEnd() throws IOException {
    return in.readAllBytes();
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("the connection ends behind \"" + line + "\"");
      }
      if (next != '\r') {
        line.write(next);
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  record Answer(int status, Map<String, String> headers, byte[] body) {
    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    /** Status and body, with ' for quotation marks. */
    String show() {
      return String.format(Locale.ROOT, "%d %s", status, text().replace('"', '\''));
    }
  }
}
