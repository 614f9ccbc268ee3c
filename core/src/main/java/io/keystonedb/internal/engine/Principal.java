package io.keystonedb.internal.engine;

import org.jspecify.annotations.Nullable;

/**
 * Who sends a request.
 *
 * @param accessKeyId the access key that the request is signed with; null where nothing is signed
 */
public record Principal(@Nullable String accessKeyId) {
  /** The sender of requests that come without a signature. */
  public static final Principal ANONYMOUS = new Principal(null);
}
