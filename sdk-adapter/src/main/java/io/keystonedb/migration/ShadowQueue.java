package io.keystonedb.migration;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * What the shadow has yet to get. What is about the same item happens in the order in which it was
 * submitted, the rest at the same time. Bounded. Thread-safe.
 */
final class ShadowQueue {
  private final Turns order = new Turns();
  private final Pending pending = new Pending();
  private final int capacity;
  private final Executor workers;

  ShadowQueue(int capacity, Executor workers) {
    this.capacity = capacity;
    this.workers = workers;
  }

  /**
   * Has something done in its turn.
   *
   * @return done when it is; null if the queue is full, so that it never will be
   */
  @Nullable CompletableFuture<@Nullable Void> submit(RequestFacts facts, Runnable task) {
    if (!pending.begin(capacity)) {
      return null;
    }
    Turns.Turn turn = order.take(facts);
    return turn.begin()
        .thenRunAsync(task, workers)
        .whenComplete(
            (nothing, error) -> {
              turn.end();
              pending.end();
            });
  }

  boolean isIdle() {
    return pending.count() == 0;
  }

  int size() {
    return pending.count();
  }

  boolean awaitIdle(Duration timeout) {
    return pending.awaitNone(timeout);
  }
}
