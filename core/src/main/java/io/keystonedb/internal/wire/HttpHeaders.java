package io.keystonedb.internal.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Header fields in their order; names are compared without regard to case. Not thread-safe. */
public final class HttpHeaders {
  private final List<String> namesAndValues = new ArrayList<>(24);

  /** Adds a field behind the others. */
  public HttpHeaders add(String name, String value) {
    namesAndValues.add(name);
    namesAndValues.add(value);
    return this;
  }

  /** The first value of a field, or null. */
  public @Nullable String get(String name) {
    for (int i = 0; i < namesAndValues.size(); i += 2) {
      if (namesAndValues.get(i).equalsIgnoreCase(name)) {
        return namesAndValues.get(i + 1);
      }
    }
    return null;
  }

  /** All values of a field. */
  public List<String> all(String name) {
    List<String> values = new ArrayList<>(1);
    forEach(
        (each, value) -> {
          if (each.equalsIgnoreCase(name)) {
            values.add(value);
          }
        });
    return values;
  }

  /** Calls back with the name and value of each field. */
  public void forEach(BiConsumer<? super String, ? super String> action) {
    for (int i = 0; i < namesAndValues.size(); i += 2) {
      action.accept(namesAndValues.get(i), namesAndValues.get(i + 1));
    }
  }

  @Override
  public String toString() {
    return namesAndValues.toString();
  }
}
