package io.keystonedb.internal.wire;

import io.keystonedb.ErrorCode;
import io.keystonedb.KeystoneException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a request says of who signed it: in its {@code Authorization} header, or in its query. Only
 * its form is checked here (service-facts 1.5), never whether it is true.
 *
 * @param algorithm such as {@code AWS4-HMAC-SHA256}
 * @param credential access key, date, Region, service and {@code aws4_request}, between slashes
 * @param signedHeaders names between semicolons
 * @param signature the signature, in hexadecimal digits if all is well
 * @param date the time of signing as it was sent
 * @param inQuery whether it stands in the query
 */
public record RequestSignature(
    String algorithm,
    String credential,
    String signedHeaders,
    String signature,
    String date,
    boolean inQuery) {
  private static final String PREFIX = "AWS4-";

  /**
   * Reads the signature of a request.
   *
   * @throws KeystoneException if there is none or its form is incomplete
   */
  public static RequestSignature of(WireRequest request) {
    String header = request.header("Authorization");
    Map<String, String> query = parameters(request.query());
    boolean inQuery = query.containsKey("X-Amz-Algorithm");
    if (header != null && inQuery) {
      throw KeystoneException.of(
          ErrorCode.INVALID_SIGNATURE,
          "Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header.");
    }
    if (inQuery) {
      return ofQuery(query);
    }
    if (header == null || !header.trim().startsWith(PREFIX)) {
      throw KeystoneException.of(
          ErrorCode.MISSING_AUTHENTICATION_TOKEN, "Request is missing Authentication Token");
    }
    return ofHeader(header.trim(), request);
  }

  /** The access key it was signed with. */
  public String accessKey() {
    return scope(0);
  }

  /** The day of the credential, such as {@code 20261124}; empty if it has none. */
  public String day() {
    return scope(1);
  }

  /** The Region it was signed for; empty if the credential has none. */
  public String region() {
    return scope(2);
  }

  /** The service it was signed for; empty if the credential has none. */
  public String service() {
    return scope(3);
  }

  /** Access keys may hold slashes; the four parts behind them may not. */
  private String scope(int index) {
    String[] parts = credential.split("/", -1);
    int extra = Math.max(0, parts.length - 5);
    if (index == 0) {
      return String.join("/", java.util.Arrays.copyOf(parts, extra + 1));
    }
    return index + extra < parts.length ? parts[index + extra] : "";
  }

  private static RequestSignature ofHeader(String header, WireRequest request) {
    int blank = header.indexOf(' ');
    Map<String, String> parts = parts(blank < 0 ? "" : header.substring(blank + 1));
    String amzDate = request.header("X-Amz-Date");
    String date = amzDate == null ? request.header("Date") : amzDate;
    StringBuilder missing = new StringBuilder();
    for (String name : new String[] {"Credential", "Signature", "SignedHeaders"}) {
      if (isBlank(parts.get(name))) {
        missing.append("Authorization header requires '").append(name).append("' parameter. ");
      }
    }
    if (isBlank(date)) {
      missing.append(
          "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. ");
    }
    if (!missing.isEmpty()) {
      throw KeystoneException.of(
          ErrorCode.INCOMPLETE_SIGNATURE,
          missing.append("Authorization=").append(header).toString());
    }
    return new RequestSignature(
        blank < 0 ? header : header.substring(0, blank),
        parts.getOrDefault("Credential", ""),
        parts.getOrDefault("SignedHeaders", ""),
        parts.getOrDefault("Signature", ""),
        String.valueOf(date),
        false);
  }

  private static RequestSignature ofQuery(Map<String, String> query) {
    StringBuilder missing = new StringBuilder();
    for (String name :
        new String[] {
          "X-Amz-Algorithm",
          "X-Amz-Credential",
          "X-Amz-Signature",
          "X-Amz-SignedHeaders",
          "X-Amz-Date"
        }) {
      if (isBlank(query.get(name))) {
        missing.append("AWS query-string parameters must include '").append(name).append("'. ");
      }
    }
    if (!missing.isEmpty()) {
      throw KeystoneException.of(
          ErrorCode.INCOMPLETE_SIGNATURE,
          missing.append("Re-examine the query-string parameters.").toString());
    }
    return new RequestSignature(
        query.getOrDefault("X-Amz-Algorithm", ""),
        query.getOrDefault("X-Amz-Credential", ""),
        query.getOrDefault("X-Amz-SignedHeaders", ""),
        query.getOrDefault("X-Amz-Signature", ""),
        query.getOrDefault("X-Amz-Date", ""),
        true);
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isEmpty();
  }

  /** {@code name=value} parts between commas and blanks. */
  private static Map<String, String> parts(String text) {
    Map<String, String> parts = new LinkedHashMap<>();
    int at = 0;
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && text.charAt(end) != ',' && text.charAt(end) != ' ') {
        end++;
      }
      int equals = text.indexOf('=', at);
      if (equals >= 0 && equals < end) {
        parts.put(text.substring(at, equals), text.substring(equals + 1, end));
      }
      at = end + 1;
    }
    return parts;
  }

  /** The parameters of a query, decoded; what cannot be decoded stays as it is. */
  public static Map<String, String> parameters(@Nullable String query) {
    if (query == null || query.isEmpty()) {
      return Map.of();
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String part : query.split("&", -1)) {
      int equals = part.indexOf('=');
      String name = equals < 0 ? part : part.substring(0, equals);
      parameters.put(decode(name), equals < 0 ? "" : decode(part.substring(equals + 1)));
    }
    return parameters;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
