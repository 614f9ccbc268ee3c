package io.keystonedb.internal.json;

/**
 * Well-formed JSON of another type than the one that is declared where it stands; the message is
 * the service's. It has no stack trace: clients cause it at will.
 */
public final class ConversionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ConversionException(String message) {
    super(message, null, false, false);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
