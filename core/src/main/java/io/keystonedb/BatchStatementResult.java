package io.keystonedb;

import org.jspecify.annotations.Nullable;

/**
 * What one PartiQL statement of a batch came to.
 *
 * @param item what it read or returned; null if there was nothing, or it failed
 * @param errorCode why it failed, such as {@code DuplicateItem}; null if it did not
 * @param errorMessage the service's text; null if it did not fail
 */
public record BatchStatementResult(
    @Nullable Item item, @Nullable String errorCode, @Nullable String errorMessage) {

  /** Whether the statement did what it says. */
  public boolean succeeded() {
    return errorCode == null;
  }
}
