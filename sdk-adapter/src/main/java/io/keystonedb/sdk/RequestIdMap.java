package io.keystonedb.sdk;

import io.keystonedb.internal.engine.RequestId;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The metadata of an answer: one entry, the request id, which becomes text when somebody asks for
 * it. Immutable.
 */
final class RequestIdMap extends AbstractMap<String, String> {
  private static final String KEY = "AWS_REQUEST_ID";

  private final RequestId id;

  RequestIdMap(RequestId id) {
    this.id = id;
  }

  @Override
  public @Nullable String get(@Nullable Object key) {
    return KEY.equals(key) ? id.toString() : null;
  }

  @Override
  public Set<Map.Entry<String, String>> entrySet() {
    return Set.of(Map.entry(KEY, id.toString()));
  }
}
