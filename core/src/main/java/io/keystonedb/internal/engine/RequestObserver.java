package io.keystonedb.internal.engine;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Looks on at the requests of a database. Both methods are called on the thread of the request;
 * what they throw reaches the caller in place of the answer.
 */
public interface RequestObserver {
  /**
   * A request has come in; nothing of it is checked yet.
   *
   * @param operation its name, such as {@code PutItem}
   */
  void before(RequestContext context, String operation, Record request);

  /**
   * A request has been answered. A request that {@link #before} was called for always comes here.
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
