package io.keystonedb.migration;

import java.time.Duration;

/** Counts what is yet to be done and can wait until nothing is. Thread-safe. */
final class Pending {
  private int count;

  /** One more, unless there are so many already. */
  synchronized boolean begin(int limit) {
    if (count >= limit) {
      return false;
    }
    count++;
    return true;
  }

  synchronized void end() {
    count--;
    if (count == 0) {
      notifyAll();
    }
  }

  synchronized int count() {
    return count;
  }

  /** False if something is yet to be done after that time, or the thread is interrupted. */
  synchronized boolean awaitNone(Duration timeout) {
    long until = System.nanoTime() + timeout.toNanos();
    try {
      while (count > 0) {
        long millis = (until - System.nanoTime() + 999_999) / 1_000_000;
        if (millis <= 0) {
          return false;
        }
        wait(millis);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
