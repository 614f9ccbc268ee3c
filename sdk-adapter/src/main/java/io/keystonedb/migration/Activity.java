package io.keystonedb.migration;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Tells whether anything was written while something was read: then both sides may rightly have
 * answered differently. Thread-safe.
 */
final class Activity {
  private final AtomicLong begun = new AtomicLong();
  private final AtomicLong ended = new AtomicLong();

  void begin() {
    begun.incrementAndGet();
  }

  void end() {
    ended.incrementAndGet();
  }

  /** To be given to {@link #wasQuietSince}; negative if something is being written. */
  long now() {
    long done = ended.get();
    return begun.get() == done ? done : -1;
  }

  boolean wasQuietSince(long then) {
    return then >= 0 && begun.get() == then;
  }
}
