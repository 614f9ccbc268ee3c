package io.keystonedb.internal.engine;

import java.util.BitSet;

/**
 * The draws of one request for conflicts: the n-th draw is remembered, so that a write body that
 * the store runs again meets the same conflicts. Not thread-safe.
 */
final class Draws {
  private final Conflicts conflicts;
  private final BitSet held = new BitSet();
  private int drawn;
  private int next;

  Draws(Conflicts conflicts) {
    this.conflicts = conflicts;
  }

  /** How many draws the request has seen. */
  int position() {
    return next;
  }

  /** Goes back to a position, for another run of a body that began there. */
  void rewind(int position) {
    next = position;
  }

  /** Whether the next item is held by a transaction. */
  boolean next() {
    if (next == drawn) {
      held.set(drawn, conflicts.next());
      drawn++;
    }
    return held.get(next++);
  }
}
