package io.keystonedb.sdk;

import io.keystonedb.internal.wire.RequestId;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The metadata of an answer: one entry, the request id, which is made up when somebody asks for it.
 * Hardly anybody does. Thread-safe.
 */
final class LazyRequestId extends AbstractMap<String, String> {
  private static final String KEY = "AWS_REQUEST_ID";

  private @Nullable String requestId;

  @Override
  public @Nullable String get(@Nullable Object key) {
    return KEY.equals(key) ? requestId() : null;
  }

  @Override
  public Set<Map.Entry<String, String>> entrySet() {
    return Set.of(Map.entry(KEY, requestId()));
  }

  private synchronized String requestId() {
    if (requestId == null) {
      requestId = RequestId.next();
    }
    return requestId;
  }
}
