package io.keystonedb.server.internal;

import io.keystonedb.internal.wire.HttpHeaders;
import java.io.IOException;

/**
 * Reads request lines and header fields (RFC 9112, sections 2 to 5), without the leniences that two
 * readers could understand in two ways: no folded lines, no blank before a colon.
 */
final class HeadReader {
  private static final String TOKEN_SYMBOLS = "!#$%&'*+-.^_`|~";
  private static final int MAX_METHOD = 32;
  private static final int MAX_EMPTY = 8;

  private final InputBuffer in;
  private final Limits limits;

  HeadReader(InputBuffer in, Limits limits) {
    this.in = in;
    this.limits = limits;
  }

  /**
   * Reads what stands before a body. Something has arrived already.
   *
   * @throws HttpException if it is not HTTP or too much of it
   */
  RequestHead read() throws IOException, HttpException {
    skipEmptyLines();
    String first = line(0, true);
    String[] parts = first.split(" ", -1);
    if (parts.length != 3 || !isToken(parts[0]) || parts[1].isEmpty()) {
      throw new HttpException(400, "not a request line");
    }
    boolean http11 = http11(parts[2]);
    HttpHeaders headers = new HttpHeaders();
    int fields = 0;
    int fieldBytes = 0;
    for (String line = line(fieldBytes, false); !line.isEmpty(); line = line(fieldBytes, false)) {
      fieldBytes += line.length() + 2;
      if (++fields > limits.headerFields()) {
        throw new HttpException(431, "too many header fields");
      }
      addField(line, headers);
    }
    String target = originForm(parts[1]);
    int question = target.indexOf('?');
    return new RequestHead(
        parts[0],
        question < 0 ? target : target.substring(0, question),
        question < 0 ? null : target.substring(question + 1),
        http11,
        headers);
  }

  /** Some clients send an empty line behind a body. */
  private void skipEmptyLines() throws IOException, HttpException {
    int skipped = 0;
    while (true) {
      if (!in.await() || ++skipped > MAX_EMPTY) {
        throw new HttpException(400, "nothing but empty lines");
      }
      byte next = in.peek(0);
      if (next != '\r' && next != '\n') {
        return;
      }
      in.skip(1);
    }
  }

  private static boolean http11(String version) throws HttpException {
    if (version.equals("HTTP/1.1")) {
      return true;
    }
    if (version.equals("HTTP/1.0")) {
      return false;
    }
    throw new HttpException(version.startsWith("HTTP/") ? 505 : 400, "unknown version");
  }

  /** A proxy's form of the target names the server too. */
  private static String originForm(String target) {
    int scheme = target.indexOf("://");
    if (target.startsWith("/") || scheme < 0) {
      return target;
    }
    int slash = target.indexOf('/', scheme + 3);
    return slash < 0 ? "/" : target.substring(slash);
  }

  private static void addField(String line, HttpHeaders headers) throws HttpException {
    int colon = line.indexOf(':');
    if (colon <= 0 || !isToken(line.substring(0, colon))) {
      throw new HttpException(400, "not a header field");
    }
    int from = colon + 1;
    int to = line.length();
    while (from < to && isBlank(line.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(line.charAt(to - 1))) {
      to--;
    }
    headers.add(line.substring(0, colon), line.substring(from, to));
  }

  /**
   * The next line without its end.
   *
   * @param before how many bytes stand before it that count towards the same limit
   * @param first whether it begins a request: a client that speaks another protocol may wait for us
   *     before it ends a line, so the first word is looked at as it arrives
   */
  private String line(int before, boolean first) throws IOException, HttpException {
    int at = 0;
    boolean inMethod = first;
    while (true) {
      if (at == in.size() && !in.fill()) {
        throw new HttpException(400, "the request ends in its head");
      }
      byte next = in.peek(at);
      if (next == '\n') {
        int end = at > 0 && in.peek(at - 1) == '\r' ? at - 1 : at;
        String line = in.text(0, end);
        in.skip(at + 1);
        return line;
      }
      if (inMethod) {
        inMethod = next != ' ';
        if (inMethod && (at == MAX_METHOD || !isTokenCharacter((char) next))) {
          throw new HttpException(400, "not a method");
        }
      }
      requireText(next, at);
      if (before + ++at > limits.headBytes()) {
        throw new HttpException(400, "too large a head");
      }
    }
  }

  /** No control characters; a carriage return only before the end of a line. */
  private void requireText(byte next, int at) throws HttpException {
    boolean control = (next >= 0 && next < ' ' && next != '\t' && next != '\r') || next == 0x7F;
    if (control || (at > 0 && in.peek(at - 1) == '\r')) {
      throw new HttpException(400, "a control character");
    }
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  private static boolean isToken(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isTokenCharacter(text.charAt(i))) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private static boolean isTokenCharacter(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || TOKEN_SYMBOLS.indexOf(c) >= 0;
  }
}
