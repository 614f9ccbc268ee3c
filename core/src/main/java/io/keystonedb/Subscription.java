package io.keystonedb;

/** Listening to the changes of a table, until it is closed. Thread-safe. */
public interface Subscription extends AutoCloseable {
  /** Ends it; a delivery that is under way may still reach the listener. */
  @Override
  void close();
}
