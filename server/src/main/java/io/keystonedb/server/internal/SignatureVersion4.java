package io.keystonedb.server.internal;

import io.keystonedb.ErrorCode;
import io.keystonedb.KeystoneException;
import io.keystonedb.server.Authentication;
import io.keystonedb.server.SignedRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Signature Version 4 with keys that are known beforehand. Thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html">Signature
 *     Version 4</a>
 */
public final class SignatureVersion4 implements Authentication {
  private static final String ALGORITHM = "AWS4-HMAC-SHA256";
  private static final String SERVICE = "dynamodb";
  private static final String TERMINATOR = "aws4_request";
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'");

  /** How far clocks may be apart; seen in the service's texts. */
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  private static final String MISMATCH =
      "The request signature we calculated does not match the signature you provided. Check your"
          + " AWS Secret Access Key and signing method. Consult the service documentation for"
          + " details.";

  private final Map<String, String> secretKeys;
  private final InstantSource clock;

  /** Secret keys by access key, and the clock that dates are held against. */
  public SignatureVersion4(Map<String, String> secretKeys, InstantSource clock) {
    this.secretKeys = Map.copyOf(secretKeys);
    this.clock = clock;
  }

  @Override
  public void check(SignedRequest request) {
    String secretKey = secretKeys.get(request.accessKey());
    if (secretKey == null) {
      throw KeystoneException.of(
          ErrorCode.UNRECOGNIZED_CLIENT, "The security token included in the request is invalid.");
    }
    String[] credential = request.credential().split("/", -1);
    if (credential.length < 5 || !request.algorithm().equals(ALGORITHM)) {
      throw invalid(MISMATCH);
    }
    String[] scope = new String[4];
    System.arraycopy(credential, credential.length - 4, scope, 0, 4);
    checkScope(scope, request.date());
    checkDate(request.date());
    checkSignedHeaders(request);
    byte[] expected = signature(request, scope, secretKey);
    if (!MessageDigest.isEqual(expected, bytes(request.signature()))) {
      throw invalid(MISMATCH);
    }
  }

  /** Day, Region, service and end of a credential. */
  private static void checkScope(String[] scope, String date) {
    if (!scope[2].equals(SERVICE)) {
      throw invalid("Credential should be scoped to correct service: '" + SERVICE + "'. ");
    }
    if (!scope[3].equals(TERMINATOR)) {
      throw invalid(
          "Credential should be scoped with a valid terminator: '"
              + TERMINATOR
              + "', not '"
              + scope[3]
              + "'. ");
    }
    String day = date.substring(0, Math.min(8, date.length()));
    if (!scope[0].equals(day)) {
      throw invalid(
          "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from"
              + " HTTP: '"
              + scope[0]
              + "' != '"
              + day
              + "', from '"
              + date
              + "'.");
    }
  }

  private void checkDate(String date) {
    Instant signed = parse(date);
    if (signed == null) {
      throw invalid(
          "Date must be in ISO-8601 'basic format'. Got '"
              + date
              + "'. See http://en.wikipedia.org/wiki/ISO_8601");
    }
    Instant now = clock.instant();
    if (signed.isBefore(now.minus(TOLERANCE))) {
      throw invalid(
          "Signature expired: %s is now earlier than %s (%s - 5 min.)"
              .formatted(date, format(now.minus(TOLERANCE)), format(now)));
    }
    if (signed.isAfter(now.plus(TOLERANCE))) {
      throw invalid(
          "Signature not yet current: %s is still later than %s (%s + 5 min.)"
              .formatted(date, format(now.plus(TOLERANCE)), format(now)));
    }
  }

  /** A signature that leaves out the server's name or the target would hold for other requests. */
  private static void checkSignedHeaders(SignedRequest request) {
    List<String> signed = List.of(request.signedHeaders().split(";", -1));
    if (!signed.contains("host") || !signed.contains("x-amz-target")) {
      throw invalid(MISMATCH);
    }
  }

  private static byte[] signature(SignedRequest request, String[] scope, String secretKey) {
    String canonical =
        CanonicalRequest.of(request, HexFormat.of().formatHex(sha256(request.body())));
    String toSign =
        ALGORITHM
            + "\n"
            + request.date()
            + "\n"
            + String.join("/", scope)
            + "\n"
            + HexFormat.of().formatHex(sha256(bytes(canonical)));
    byte[] key = bytes("AWS4" + secretKey);
    for (String part : scope) {
      key = hmac(key, part);
    }
    return bytes(HexFormat.of().formatHex(hmac(key, toSign)));
  }

  private static @Nullable Instant parse(String date) {
    try {
      return LocalDateTime.parse(date, DATE).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static String format(Instant instant) {
    return DATE.format(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(bytes(text));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static KeystoneException invalid(String text) {
    return KeystoneException.of(ErrorCode.INVALID_SIGNATURE, text);
  }
}
