package io.keystonedb.server.internal;

import io.keystonedb.internal.wire.HttpHeaders;
import io.keystonedb.internal.wire.WireRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A request without its body.
 *
 * @param http11 whether it is HTTP/1.1, otherwise 1.0
 */
record RequestHead(
    String method, String path, @Nullable String query, boolean http11, HttpHeaders headers) {
  /** The length of a body whose length is not told beforehand. */
  static final int CHUNKED = -1;

  /** So many hexadecimal digits fit into a long. */
  private static final int MAX_DIGITS = 15;

  /** Whether the client wants to send more requests on this connection. */
  boolean keepAlive() {
    String connection = headers.get("Connection");
    if (connection == null) {
      return http11;
    }
    String tokens = connection.toLowerCase(Locale.ROOT);
    return http11 ? !tokens.contains("close") : tokens.contains("keep-alive");
  }

  /** Whether the client waits for a word before it sends the body. */
  boolean expectsContinue() throws HttpException {
    String expect = headers.get("Expect");
    if (expect == null) {
      return false;
    }
    if (!expect.equalsIgnoreCase("100-continue")) {
      throw new HttpException(417, "unknown expectation");
    }
    return http11;
  }

  /** The length of the body, or {@link #CHUNKED}. */
  long bodyLength() throws HttpException {
    List<String> codings = headers.all("Transfer-Encoding");
    List<String> lengths = headers.all("Content-Length");
    if (!codings.isEmpty()) {
      if (!lengths.isEmpty()) {
        throw new HttpException(400, "a length and chunks");
      }
      if (codings.size() > 1 || !codings.get(0).equalsIgnoreCase("chunked")) {
        throw new HttpException(501, "unknown transfer coding");
      }
      return CHUNKED;
    }
    if (lengths.isEmpty()) {
      return 0;
    }
    if (lengths.size() > 1) {
      throw new HttpException(400, "several lengths");
    }
    return length(lengths.get(0), 10);
  }

  /** A length as HTTP writes it: digits and nothing else, not even a sign. */
  static long length(String digits, int radix) throws HttpException {
    long length = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = Character.digit(digits.charAt(i), radix);
      if (digit < 0 || i == MAX_DIGITS) {
        throw new HttpException(400, "not a length");
      }
      length = length * radix + digit;
    }
    if (digits.isEmpty()) {
      throw new HttpException(400, "no length");
    }
    return length;
  }

  WireRequest withBody(byte[] body) {
    return new WireRequest(method, path, query, headers, body);
  }
}
