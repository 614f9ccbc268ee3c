package io.keystonedb;

import io.keystonedb.internal.model.Projection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an index of a schema holds besides the keys. */
record IndexProjection(String type, @Nullable List<String> attributes) {
  static final IndexProjection ALL = new IndexProjection("ALL", null);
  static final IndexProjection KEYS_ONLY = new IndexProjection("KEYS_ONLY", null);

  static IndexProjection include(String... attributes) {
    return new IndexProjection("INCLUDE", List.of(attributes));
  }

  Projection toModel() {
    return new Projection(type, attributes);
  }
}
