package io.keystonedb.migration;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Whether reads of the shadow are worth the wait: after one that did not reach it, none are tried
 * for a while. Thread-safe.
 */
final class ShadowHealth {
  private static final long NEVER = Long.MIN_VALUE;

  private final Backoff backoff;
  private final AtomicLong downUntil = new AtomicLong(NEVER);
  private volatile int failures;

  ShadowHealth(Backoff backoff) {
    this.backoff = backoff;
  }

  synchronized void failed() {
    failures++;
    downUntil.set(System.nanoTime() + backoff.after(failures).toNanos());
  }

  void answered() {
    if (failures > 0) {
      reset();
    }
  }

  private synchronized void reset() {
    failures = 0;
    downUntil.set(NEVER);
  }

  /** False while it is better left alone; one of those who ask at its end is to try. */
  boolean mayTry() {
    long until = downUntil.get();
    if (until == NEVER) {
      return true;
    }
    long now = System.nanoTime();
    return now - until >= 0
        && downUntil.compareAndSet(until, now + backoff.after(Math.max(1, failures)).toNanos());
  }

  boolean isDown() {
    return downUntil.get() != NEVER;
  }
}
