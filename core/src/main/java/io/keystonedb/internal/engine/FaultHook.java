package io.keystonedb.internal.engine;

/**
 * Makes requests of a database fail on purpose. Both methods are called on the thread of the
 * request and may throw the service's error, which the caller then gets.
 */
public interface FaultHook {
  /** The declared constraints of a request hold, and nothing has been done yet. */
  void beforeExecute(RequestContext context, String operation, Record request);

  /**
   * A request has done its work. It throws {@link AnswerLostException} for the answer to get lost.
   */
  void afterExecute(RequestContext context, String operation, Record request, Record answer);
}
