package io.keystonedb.storage;

import java.util.function.Function;

/**
 * An ordered map from byte keys to values, with consistent snapshots and atomic writes.
 *
 * <p>Values are opaque: a store neither looks into them nor knows of tables, indexes or time. One
 * that must write bytes is given a {@link Codec} when it is made. The values are immutable. A
 * {@link Weigher}, which every store is given too, says what they weigh in a {@link Measure}.
 *
 * <p>Thread-safe. Reads never wait for writes.
 */
public interface Store extends AutoCloseable {
  /** A consistent view of the newest commit. */
  Snapshot snapshot();

  /**
   * Runs a body as one atomic, isolated step and commits what it wrote. If the body throws, nothing
   * is written and the exception reaches the caller.
   *
   * <p>A store may run the body again (a distributed one retries it), so a body must have no side
   * effect other than its writes, and must not start another write.
   *
   * @throws IllegalStateException inside a write of the same store by the same thread
   */
  <R> R write(Function<? super Txn, ? extends R> body);

  /**
   * Releases what the store holds. Calls after it throw {@link IllegalStateException}, except for
   * this one.
   */
  @Override
  void close();
}
