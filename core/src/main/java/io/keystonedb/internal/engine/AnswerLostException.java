package io.keystonedb.internal.engine;

import java.io.Serial;

/**
 * Says that a request was executed and that its answer does not reach the client, as when a
 * connection breaks. Each entry point shows it as its clients know it: the SDK as a failure without
 * an answer, HTTP as a connection that is closed.
 */
public final class AnswerLostException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /** A lost answer. */
  public AnswerLostException() {
    super("The answer was lost");
  }
}
