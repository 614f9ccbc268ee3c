package io.keystonedb.sdk;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A map with string keys, other than an item. */
final class MapMapping implements ShapeMapping {
  private final ShapeMapping value;

  MapMapping(ShapeMapping value) {
    this.value = value;
  }

  /** Entries without a value are absent, as in what the SDK sends. */
  @Override
  public Object toRecord(Object sdkValue, String attribute) {
    Map<?, ?> entries = (Map<?, ?>) sdkValue;
    Map<String, Object> mapped = new LinkedHashMap<>(capacity(entries));
    for (Map.Entry<?, ?> entry : entries.entrySet()) {
      if (entry.getValue() != null) {
        String key = (String) entry.getKey();
        mapped.put(key, value.toRecord(entry.getValue(), key));
      }
    }
    return Collections.unmodifiableMap(mapped);
  }

  @Override
  public Object toSdk(Object recordValue) {
    if (value == SameMapping.INSTANCE) {
      return recordValue;
    }
    Map<?, ?> entries = (Map<?, ?>) recordValue;
    Map<String, Object> mapped = new LinkedHashMap<>(capacity(entries));
    for (Map.Entry<?, ?> entry : entries.entrySet()) {
      mapped.put((String) entry.getKey(), value.toSdk(entry.getValue()));
    }
    return mapped;
  }

  private static int capacity(Map<?, ?> entries) {
    return entries.size() * 4 / 3 + 1;
  }
}
