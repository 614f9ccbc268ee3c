package io.keystonedb.migration;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Puts those who write the same items in a row. Items are told apart by their hash in so many
 * stripes, so that some wait for others without need, but never too few. Turns are taken in one
 * step, so there is no deadlock. Thread-safe.
 */
final class Turns {
  private static final int STRIPES = 256;

  /** When the last turn of each stripe ends; null if it has. */
  private final @Nullable CompletableFuture<?>[] tails = new CompletableFuture<?>[STRIPES];

  /** A place in the row. */
  static final class Turn {
    private final CompletableFuture<?> begin;
    private final CompletableFuture<@Nullable Void> end = new CompletableFuture<>();

    Turn(CompletableFuture<?> begin) {
      this.begin = begin;
    }

    /** Done when all those before have ended. */
    CompletableFuture<?> begin() {
      return begin;
    }

    /** Lets the next begin. */
    void end() {
      end.complete(null);
    }
  }

  /** Takes turns at what a request is about: at its items, or at everything. */
  Turn take(RequestFacts facts) {
    if (!facts.allKeys()) {
      return takeAll();
    }
    if (facts.isAboutOneItem()) {
      return takeOne(stripe(facts.keys().get(0)));
    }
    return take(facts.keys().stream().mapToInt(Turns::stripe).distinct().toArray());
  }

  /** A turn at everything. */
  Turn takeAll() {
    int[] all = new int[STRIPES];
    for (int i = 0; i < STRIPES; i++) {
      all[i] = i;
    }
    return take(all);
  }

  private synchronized Turn takeOne(int stripe) {
    CompletableFuture<?> before = tails[stripe];
    Turn turn = new Turn(before == null ? CompletableFuture.completedFuture(null) : before);
    tails[stripe] = turn.end;
    return turn;
  }

  private synchronized Turn take(int[] stripes) {
    CompletableFuture<?>[] before = new CompletableFuture<?>[stripes.length];
    for (int i = 0; i < stripes.length; i++) {
      CompletableFuture<?> tail = tails[stripes[i]];
      before[i] = tail == null ? CompletableFuture.completedFuture(null) : tail;
    }
    Turn turn = new Turn(CompletableFuture.allOf(before));
    for (int stripe : stripes) {
      tails[stripe] = turn.end;
    }
    return turn;
  }

  private static int stripe(TableKey key) {
    return (int) (key.hash() & (STRIPES - 1));
  }
}
