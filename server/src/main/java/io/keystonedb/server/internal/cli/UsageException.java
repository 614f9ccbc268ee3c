package io.keystonedb.server.internal.cli;

/** A mistake on the command line; the message says in one line what to do about it. */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
