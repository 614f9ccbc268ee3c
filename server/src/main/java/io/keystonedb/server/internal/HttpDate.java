package io.keystonedb.server.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** The date in the form of HTTP, written anew once a second. Thread-safe. */
final class HttpDate {
  private static final String[] DAYS = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  private static final String[] MONTHS = {
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
  };

  private static volatile Second last = new Second(0, "");

  private HttpDate() {}

  /** Now, such as {@code Sun, 06 Nov 1994 08:49:37 GMT}. */
  static String now() {
    long seconds = System.currentTimeMillis() / 1000;
    Second known = last;
    if (known.seconds != seconds) {
      known = new Second(seconds, of(seconds));
      last = known;
    }
    return known.text;
  }

  /** Written by hand: the JDK's formatter costs a start-up more than this file. */
  static String of(long epochSeconds) {
    ZonedDateTime time = Instant.ofEpochSecond(epochSeconds).atZone(ZoneOffset.UTC);
    return DAYS[time.getDayOfWeek().getValue() - 1]
        + ", "
        + two(time.getDayOfMonth())
        + " "
        + MONTHS[time.getMonthValue() - 1]
        + " "
        + time.getYear()
        + " "
        + two(time.getHour())
        + ":"
        + two(time.getMinute())
        + ":"
        + two(time.getSecond())
        + " GMT";
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }

  private record Second(long seconds, String text) {}
}
