package io.keystonedb.server.internal;

import java.time.Duration;

/**
 * What a connection is doing and until when it may. Its own thread changes it; the watch and the
 * one who stops the server look at it. Thread-safe.
 */
final class ConnectionState {
  private static final long LINGER_NANOS = 2_000_000_000L;

  private final long requestNanos;
  private final long idleNanos;
  private boolean busy;
  private boolean ending;
  private boolean late;
  private long deadline;

  /** A connection that waits for its first request. */
  ConnectionState(Duration request, Duration idle) {
    requestNanos = request.toNanos();
    idleNanos = idle.toNanos();
    deadline = System.nanoTime() + idleNanos;
  }

  /** Something has begun; false if the connection is not to be used any more. */
  synchronized boolean begin() {
    deadline = System.nanoTime() + requestNanos;
    busy = !ending;
    return busy;
  }

  /** The request is there, and the database has all the time it needs. */
  synchronized void received() {
    deadline = Long.MAX_VALUE;
  }

  /** The answer is ready: the client has as long to take it as it had to ask. */
  synchronized void answering() {
    deadline = System.nanoTime() + requestNanos;
  }

  /** The answer is out; false if no other request is to be read. */
  synchronized boolean rest() {
    busy = false;
    deadline = System.nanoTime() + idleNanos;
    return !ending;
  }

  /** Lets the request under way be the last; whether there is one. */
  synchronized boolean end() {
    ending = true;
    return busy;
  }

  /** Whether the request under way is the last. */
  synchronized boolean isEnding() {
    return ending;
  }

  /** The client is only given time to read; it has a moment for it. */
  synchronized void linger() {
    deadline = System.nanoTime() + Math.min(requestNanos, LINGER_NANOS);
  }

  /** What is due at a point of time. */
  synchronized Due due(long now) {
    if (deadline == Long.MAX_VALUE || deadline - now > 0) {
      return Due.NOTHING;
    }
    deadline = now + requestNanos;
    if (!busy || late) {
      return Due.CLOSE;
    }
    late = true;
    return Due.CUT_OFF;
  }

  /** Whether a request was cut off because it took too long. */
  synchronized boolean isLate() {
    return late;
  }

  /** What the watch has to do with a connection. */
  enum Due {
    NOTHING,
    /** Nothing more is to be read; what can be told, still may be. */
    CUT_OFF,
    CLOSE
  }
}
