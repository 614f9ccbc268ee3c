package io.keystonedb.conformance.random;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** Which random requests are sent, and how many. */
final class Seeds {
  /** The seed whose share of excused requests is bounded. */
  static final long FIXED = 1;

  /** The number of requests for which the bounds are made. */
  static final int DEFAULT_REQUESTS = 10_000;

  private Seeds() {}

  /** Another one every day, or what {@code -Dkeystonedb.seed} says. */
  static long ofTheDay() {
    return Long.getLong("keystonedb.seed", LocalDate.now(ZoneOffset.UTC).toEpochDay());
  }

  /** What {@code -Dkeystonedb.requests} says. */
  static int requests() {
    return Integer.getInteger("keystonedb.requests", DEFAULT_REQUESTS);
  }

  /** The command that sends the same requests again. */
  static String command(long seed) {
    return "conformance/second-opinion -Dkeystonedb.seed=%d -Dkeystonedb.requests=%d"
        .formatted(seed, requests());
  }
}
