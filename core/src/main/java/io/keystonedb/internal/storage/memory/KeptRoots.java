package io.keystonedb.internal.storage.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Earlier roots of a store, each with the instant from which on it may be read: of each second the
 * last. Not thread-safe.
 *
 * <p>Roots share most of their nodes. What a root keeps from being collected is estimated when the
 * next one is final: {@link RetainedBytes}. If all of them together keep more than the cap, the
 * oldest are dropped; what was written in the current second and the one before it is not counted
 * yet.
 */
final class KeptRoots {
  static final long DEFAULT_MAX_BYTES = 64L << 20;

  private final long maxBytes;
  private final Deque<Kept> roots = new ArrayDeque<>();
  private long retainedBytes;

  /**
   * No roots.
   *
   * @param maxBytes how much they may keep from being collected
   */
  KeptRoots(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** A root, and what it keeps that the next one does not need. */
  private record Kept(Instant since, Node root, long retainedBytes) {}

  /** How many roots there are. */
  int size() {
    return roots.size();
  }

  /** What the roots keep from being collected, as far as it is counted. */
  long retainedBytes() {
    return retainedBytes;
  }

  /**
   * The newest root that may be read at an instant; else the oldest; null if there is none at all.
   */
  @Nullable Node asOf(Instant instant) {
    Kept found = null;
    for (Kept kept : roots) {
      if (found == null || !kept.since().isAfter(instant)) {
        found = kept;
      }
    }
    return found == null ? null : found.root();
  }

  /** Adds the root of now, and drops what only reads would see that are older than an age. */
  void add(Node root, Instant now, Duration maxAge) {
    if (roots.isEmpty()) {
      startWith(root);
    }
    if (roots.getLast().since().isAfter(now)) {
      // The clock was set back, so what was there before counts as old.
      startWith(roots.getLast().root());
    }
    if (roots.getLast().root() == root) {
      return;
    }
    if (roots.getLast().since().getEpochSecond() == now.getEpochSecond()) {
      roots.removeLast();
    } else {
      countLast();
    }
    roots.add(new Kept(now, root, 0));
    dropBefore(now.minus(maxAge));
    while (retainedBytes > maxBytes) {
      dropFirst();
    }
  }

  private void startWith(Node root) {
    roots.clear();
    retainedBytes = 0;
    roots.add(new Kept(Instant.MIN, root, 0));
  }

  /** Counts what the last root but one keeps, now that the last is final. */
  private void countLast() {
    Kept last = roots.removeLast();
    Kept before = roots.pollLast();
    if (before != null) {
      long bytes = RetainedBytes.of(before.root(), last.root());
      roots.add(new Kept(before.since(), before.root(), bytes));
      retainedBytes += bytes;
    }
    roots.add(last);
  }

  private void dropBefore(Instant oldest) {
    while (roots.size() > 1 && !second().since().isAfter(oldest)) {
      dropFirst();
    }
  }

  private Kept second() {
    var iterator = roots.iterator();
    iterator.next();
    return iterator.next();
  }

  private void dropFirst() {
    retainedBytes -= roots.removeFirst().retainedBytes();
  }
}
