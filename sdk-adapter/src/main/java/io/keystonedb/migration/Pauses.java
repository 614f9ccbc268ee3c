package io.keystonedb.migration;

import java.time.Duration;

/** Waiting, so that tests need not. */
@FunctionalInterface
interface Pauses {
  /** Waits; false if there is no more time because the client is being closed. */
  boolean pause(Duration duration);
}
