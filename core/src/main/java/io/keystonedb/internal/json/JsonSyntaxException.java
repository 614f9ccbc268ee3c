package io.keystonedb.internal.json;

/** A request body that is not JSON. The service says no more about it than that. */
public final class JsonSyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  JsonSyntaxException(String message) {
    super(message, null, false, false);
  }
}
