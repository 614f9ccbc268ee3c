package io.keystonedb.server.internal;

import io.keystonedb.server.SignedRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The form of a request that is signed. Stateless.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">Create
 *     a signed AWS API request</a>
 */
final class CanonicalRequest {
  private static final String SIGNATURE = "X-Amz-Signature";
  private static final String UNRESERVED = "-_.~";
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private CanonicalRequest() {}

  /**
   * The text.
   *
   * @param bodyHash SHA-256 of the body, in hexadecimal digits
   */
  static String of(SignedRequest request, String bodyHash) {
    StringBuilder text = new StringBuilder();
    text.append(request.method()).append('\n');
    text.append(path(request.path())).append('\n');
    text.append(query(request)).append('\n');
    for (String name : request.signedHeaders().split(";", -1)) {
      text.append(name).append(':').append(values(request, name)).append('\n');
    }
    text.append('\n').append(request.signedHeaders()).append('\n');
    return text.append(bodyHash).toString();
  }

  /** Each part of a path is encoded once more than it was sent. */
  private static String path(String path) {
    List<String> parts = new ArrayList<>();
    for (String part : path.split("/", -1)) {
      parts.add(encode(part));
    }
    return String.join("/", parts);
  }

  private static String query(SignedRequest request) {
    List<String> parameters = new ArrayList<>();
    for (String part : request.query().orElse("").split("&", -1)) {
      int equals = part.indexOf('=');
      String name = decode(equals < 0 ? part : part.substring(0, equals));
      boolean isSignature = request.signedInQuery() && name.equals(SIGNATURE);
      if (!part.isEmpty() && !isSignature) {
        String value = equals < 0 ? "" : decode(part.substring(equals + 1));
        parameters.add(encode(name) + "=" + encode(value));
      }
    }
    parameters.sort(null);
    return String.join("&", parameters);
  }

  private static String values(SignedRequest request, String name) {
    List<String> values = new ArrayList<>();
    for (String value : request.headers(name)) {
      values.add(value.trim().replaceAll(" +", " "));
    }
    return String.join(",", values);
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private static String encode(String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || UNRESERVED.indexOf(c) >= 0;
      if (plain) {
        encoded.append(c);
      } else {
        encoded.append('%').append(HEX.toHexDigits(b));
      }
    }
    return encoded.toString();
  }
}
