package io.keystonedb.internal.engine;

import io.keystonedb.KeystoneException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a stream, such as {@code
 * arn:aws:dynamodb:us-east-1:000000000000:table/orders/stream/2026-08-15T10:20:30.123}.
 */
public record StreamArn(String tableName, String label) {
  private static final Pattern PATTERN =
      Pattern.compile("arn:[^:]*:dynamodb:[^:]*:[^:]*:table/([^/|]+)/stream/([^/|]+)");

  /**
   * The parts of an ARN.
   *
   * @throws KeystoneException if it is malformed
   */
  public static StreamArn parse(String arn) {
    Matcher matcher = PATTERN.matcher(arn);
    if (!matcher.matches()) {
      throw KeystoneException.validation("Invalid StreamArn");
    }
    return new StreamArn(matcher.group(1), matcher.group(2));
  }
}
