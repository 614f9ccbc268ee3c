package io.keystonedb.internal.json;

/** Text that is not the JSON it should be; the message says what is wrong and where. */
public final class JsonFormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  JsonFormatException(String message) {
    super(message);
  }

  JsonFormatException(String message, Throwable cause) {
    super(message, cause);
  }
}
