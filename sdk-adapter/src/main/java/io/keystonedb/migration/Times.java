package io.keystonedb.migration;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Times as applications store them. */
final class Times {
  /** Seconds do not come to this before the year 5138, milliseconds did in 1973. */
  private static final BigDecimal FIRST_MILLIS = new BigDecimal("1E11");

  private static final BigDecimal LAST_MILLIS = new BigDecimal("1E17");

  private Times() {}

  /** Milliseconds since 1970; null if the value is no time. */
  static @Nullable Long millis(AttributeValue value) {
    try {
      if (value.n() != null) {
        BigDecimal number = new BigDecimal(value.n());
        BigDecimal millis =
            number.abs().compareTo(FIRST_MILLIS) < 0 ? number.movePointRight(3) : number;
        return millis.abs().compareTo(LAST_MILLIS) < 0 ? (Long) millis.longValue() : null;
      }
      return value.s() == null ? null : (Long) instant(value.s()).toEpochMilli();
    } catch (NumberFormatException | DateTimeException e) {
      return null;
    }
  }

  private static Instant instant(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }
}
