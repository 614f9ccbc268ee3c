package io.keystonedb.internal.engine;

/**
 * Makes requests of a database fail on purpose. Both methods are called on the thread of the
 * request and may throw the service's error, which the caller then gets.
 */
public interface FaultHook {
  /** Called after the declared constraints were checked and before anything is done. */
  void beforeExecute(RequestContext context, String operation, Record request);

  /**
   * Called after the request was executed. Throws {@link AnswerLostException} to lose the answer.
   */
  void afterExecute(RequestContext context, String operation, Record request, Record answer);
}
