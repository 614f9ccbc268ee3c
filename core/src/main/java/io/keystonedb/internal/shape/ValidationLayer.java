package io.keystonedb.internal.shape;

import io.keystonedb.KeystoneException;

/**
 * The words in which the service refuses a request. It is moving its operations, one by one and
 * Region by Region, from an older layer of validation to the current one.
 */
public enum ValidationLayer {
  /** The layer of before 2026. */
  OLDER(""),
  /** The current layer. */
  CURRENT(""),
  /** The current layer, with an introduction in front of most errors. */
  ENVELOPED("1 validation error detected: ");

  private final String introduction;

  ValidationLayer(String introduction) {
    this.introduction = introduction;
  }

  /** An error of a family that has the introduction where there is one. */
  public KeystoneException error(String text) {
    return KeystoneException.validation(introduction + text);
  }

  /** The same error, with the introduction where there is one. */
  public KeystoneException error(KeystoneException error) {
    return introduction.isEmpty() ? error : error(String.valueOf(error.getMessage()));
  }

  /** The error of a malformed value. */
  public KeystoneException error(MalformedValue malformed) {
    return switch (malformed.kind()) {
      case DATATYPE, NESTING, FAR_NESTING -> KeystoneException.validation(malformed.message());
      case NAME, NUMBER, NULL_FALSE, EMPTY_SET, EMPTY_NUMBER_SET, DUPLICATES ->
          error(malformed.message(this));
    };
  }

  /** Whether this is the older layer. */
  public boolean isOlder() {
    return this == OLDER;
  }

  /** Whether errors have an introduction. */
  public boolean isEnveloped() {
    return this == ENVELOPED;
  }
}
