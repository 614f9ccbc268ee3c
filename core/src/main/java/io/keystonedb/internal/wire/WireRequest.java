package io.keystonedb.internal.wire;

import org.jspecify.annotations.Nullable;

/**
 * A request as HTTP carries it.
 *
 * @param method such as {@code POST}
 * @param path without the query, as it was sent
 * @param query what stands behind the question mark, as it was sent; null if there is none
 * @param headers its header fields
 * @param body as it was sent, so perhaps compressed; not changed by anybody afterwards
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record WireRequest(
    String method, String path, @Nullable String query, HttpHeaders headers, byte[] body) {
  /** The first value of a header field, or null. */
  public @Nullable String header(String name) {
    return headers.get(name);
  }
}
