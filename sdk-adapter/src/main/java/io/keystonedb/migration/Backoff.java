package io.keystonedb.migration;

import java.time.Duration;

/**
 * How long to wait before the next attempt: twice as long each time, up to a limit. Immutable.
 *
 * @param first before the second attempt
 */
record Backoff(Duration first, Duration longest) {
  /**
   * The wait after so many failed attempts in a row.
   *
   * @param failed at least one
   */
  Duration after(int failed) {
    Duration doubled = first.multipliedBy(1L << Math.min(failed - 1, 20));
    return doubled.compareTo(longest) < 0 ? doubled : longest;
  }
}
