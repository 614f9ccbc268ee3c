package io.keystonedb.server.internal;

import java.time.Duration;

/** Something that is to be done every so often, by a thread that asks more often than that. */
public final class Periodic implements Runnable {
  private final long intervalNanos;
  private final Runnable task;
  private long dueNanos;

  /** Does a task for the first time after one interval. */
  public Periodic(Duration interval, Runnable task) {
    this.intervalNanos = interval.toNanos();
    this.task = task;
    dueNanos = System.nanoTime() + intervalNanos;
  }

  /** Does the task if it is due. Only one thread calls this. */
  @Override
  public void run() {
    long now = System.nanoTime();
    if (now - dueNanos >= 0) {
      dueNanos = now + intervalNanos;
      task.run();
    }
  }
}
