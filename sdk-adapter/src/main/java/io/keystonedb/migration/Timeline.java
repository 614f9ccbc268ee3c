package io.keystonedb.migration;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** When discrepancies were first seen, in slots of equal length. Immutable. */
final class Timeline {
  static final int SLOTS = 60;

  private final Instant from;
  private final Instant to;
  private final int[] counts;

  private Timeline(Instant from, Instant to, int[] counts) {
    this.from = from;
    this.to = to;
    this.counts = counts;
  }

  static Timeline of(List<Discrepancy> discrepancies) {
    Instant from =
        discrepancies.stream()
            .map(Discrepancy::firstSeen)
            .min(Instant::compareTo)
            .orElse(Instant.EPOCH);
    Instant to =
        discrepancies.stream().map(Discrepancy::firstSeen).max(Instant::compareTo).orElse(from);
    long length = Math.max(1, Duration.between(from, to).toMillis());
    int[] counts = new int[SLOTS];
    for (Discrepancy each : discrepancies) {
      long at = Duration.between(from, each.firstSeen()).toMillis();
      counts[(int) Math.min(SLOTS - 1, at * SLOTS / length)]++;
    }
    return new Timeline(from, to, counts);
  }

  Instant from() {
    return from;
  }

  Instant to() {
    return to;
  }

  int count(int slot) {
    return counts[slot];
  }

  /** The height of a bar, at least 3 where there is anything. */
  int height(int slot, int highest) {
    int most = 1;
    for (int count : counts) {
      most = Math.max(most, count);
    }
    return counts[slot] == 0 ? 0 : Math.max(3, highest * counts[slot] / most);
  }
}
