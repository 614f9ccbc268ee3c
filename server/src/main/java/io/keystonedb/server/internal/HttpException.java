package io.keystonedb.server.internal;

/**
 * A request that cannot be read as HTTP, with the status that says so. The connection ends with it,
 * because nobody knows where the next request would begin.
 */
final class HttpException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int status;

  HttpException(int status, String message) {
    super(message, null, false, false);
    this.status = status;
  }

  int status() {
    return status;
  }
}
