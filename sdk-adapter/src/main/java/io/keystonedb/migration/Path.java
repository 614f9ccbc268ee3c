package io.keystonedb.migration;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in an item: attribute names, and positions of lists written {@code [2]}. Grows at its end
 * without copying; immutable.
 */
record Path(@Nullable Path parent, String last) {
  static final Path ROOT = new Path(null, "");

  Path name(String name) {
    return new Path(this, name);
  }

  Path index(int index) {
    return new Path(this, "[" + index + "]");
  }

  /** From the outside in. */
  List<String> segments() {
    List<String> segments = new ArrayList<>();
    for (Path path = this; path != null && path.parent != null; path = path.parent) {
      segments.add(0, path.last);
    }
    return segments;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (String segment : segments()) {
      if (text.length() > 0 && !segment.startsWith("[")) {
        text.append('.');
      }
      text.append(segment);
    }
    return text.toString();
  }
}
