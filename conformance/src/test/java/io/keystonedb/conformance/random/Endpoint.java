package io.keystonedb.conformance.random;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * A connection to an HTTP endpoint that speaks the wire protocol. It sends each request in one
 * piece, which the JDK's clients do not, and never sends a request twice.
 */
final class Endpoint implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 60_000;
  private static final String HEADERS =
      """
      POST / HTTP/1.1\r
      Host: %s:%d\r
      Content-Type: application/x-amz-json-1.0\r
      Content-Length: %d\r
      X-Amz-Target: %s\r
      X-Amz-Date: 20260101T000000Z\r
      Authorization: AWS4-HMAC-SHA256 Credential=key/20260101/us-east-1/dynamodb/aws4_request, \
      SignedHeaders=host, Signature=00\r
      \r
      """;

  private final URI uri;
  private final Socket socket;
  private final InputStream input;

  Endpoint(URI uri) {
    this.uri = uri;
    try {
      socket = new Socket(uri.getHost(), uri.getPort());
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      input = new BufferedInputStream(socket.getInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends a request and reads what comes back. */
  Outcome call(Request request) {
    String content = Json.print(request.body());
    int length = content.getBytes(StandardCharsets.UTF_8).length;
    String headers = HEADERS.formatted(uri.getHost(), uri.getPort(), length, request.target());
    try {
      socket.getOutputStream().write((headers + content).getBytes(StandardCharsets.UTF_8));
      return readResponse();
    } catch (IOException e) {
      throw new UncheckedIOException(request + " at " + uri, e);
    }
  }

  private Outcome readResponse() throws IOException {
    boolean success = readLine().contains(" 200 ");
    int length = -1;
    for (String line = readLine(); !line.isEmpty(); line = readLine()) {
      String header = line.toLowerCase(Locale.ROOT);
      if (header.startsWith("content-length:")) {
        length = Integer.parseInt(header.substring(header.indexOf(':') + 1).strip());
      }
    }
    if (length < 0) {
      throw new IOException("a response without Content-Length");
    }
    byte[] content = input.readNBytes(length);
    if (content.length < length) {
      throw new EOFException("a response that ends early");
    }
    Map<String, Object> body = Json.parseObject(new String(content, StandardCharsets.UTF_8));
    return success ? Outcome.answer(body) : Outcome.error(body);
  }

  private String readLine() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = input.read(); c != '\n'; c = input.read()) {
      if (c < 0) {
        throw new EOFException("no response");
      }
      line.append((char) c);
    }
    return line.toString().stripTrailing();
  }

  /** Sends a request that has to succeed. */
  Map<String, Object> answer(String operation, Map<String, Object> body) {
    Request request = Request.of(operation, body);
    Outcome outcome = call(request);
    if (!outcome.isAnswer()) {
      throw new IllegalStateException(request + " at " + uri + ": " + outcome);
    }
    return outcome.members();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
