package io.keystonedb.internal.engine;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Observes the requests of a database. Both methods are called on the thread of the request; an
 * exception that they throw reaches the caller in place of the answer.
 */
public interface RequestObserver {
  /**
   * Called when a request arrives, before any check.
   *
   * @param operation its name, such as {@code PutItem}
   */
  void before(RequestContext context, String operation, Record request);

  /**
   * Called when a request has been answered or has failed; always follows {@link #before}.
   *
   * @param answer null if the request failed
   * @param error why it failed; null if it did not
   * @param duration how long it took, without what the entry point itself does
   */
  void after(
      RequestContext context,
      String operation,
      Record request,
      @Nullable Record answer,
      @Nullable Throwable error,
      Duration duration);
}
