package io.keystonedb.internal.expression;

import io.keystonedb.Item;
import io.keystonedb.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document path: a top-level attribute and the way from it into maps and lists.
 *
 * @param name the top-level attribute
 * @param steps the rest, possibly nothing
 */
public record Path(String name, List<Step> steps) {
  public Path {
    steps = List.copyOf(steps);
  }

  /** A top-level attribute. */
  public static Path of(String name) {
    return new Path(name, List.of());
  }

  /** One step into a document. */
  public sealed interface Step {}

  /** Into a map. */
  public record Field(String name) implements Step {
    @Override
    public String toString() {
      return name;
    }
  }

  /** Into a list, from zero. */
  public record Index(int index) implements Step {
    @Override
    public String toString() {
      return "[" + index + "]";
    }
  }

  /** What is at this path of an item, or null. */
  public @Nullable Value get(Item item) {
    Value value = item.get(name);
    for (int i = 0; i < steps.size() && value != null; i++) {
      value = step(value, steps.get(i));
    }
    return value;
  }

  private static @Nullable Value step(Value value, Step step) {
    if (step instanceof Field field) {
      return value instanceof Value.M map ? map.values().get(field.name()) : null;
    }
    int index = ((Index) step).index();
    boolean present = value instanceof Value.L list && index < list.values().size();
    return present ? ((Value.L) value).values().get(index) : null;
  }

  /** As in the service's messages: {@code [a, b, [0]]}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("[").append(name);
    for (Step step : steps) {
      text.append(", ").append(step);
    }
    return text.append(']').toString();
  }
}
