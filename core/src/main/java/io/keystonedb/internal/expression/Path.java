package io.keystonedb.internal.expression;

import io.keystonedb.Item;
import io.keystonedb.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document path: the name of a top-level attribute and the steps into its value.
 *
 * <p>In a tree fresh from a parser a name that begins with {@code #} stands for an entry of {@code
 * ExpressionAttributeNames}; no unaliased name can begin so. {@link Binder} resolves each such name
 * exactly once, so a bound path may hold any name.
 *
 * @param name the top-level attribute
 * @param steps map keys and list indexes, outermost first; possibly none
 */
public record Path(String name, List<Step> steps) {
  public Path {
    steps = List.copyOf(steps);
  }

  /** The path of a top-level attribute. */
  public static Path of(String name) {
    return new Path(name, List.of());
  }

  /** One step into a document. */
  public sealed interface Step permits Key, Index {}

  /** Into the entry of a map. */
  public record Key(String name) implements Step {
    @Override
    public String toString() {
      return name;
    }
  }

  /** Into the element of a list, counted from zero. */
  public record Index(int index) implements Step {
    public Index {
      if (index < 0) {
        throw new IllegalArgumentException("a list index is not negative: " + index);
      }
    }

    @Override
    public String toString() {
      return "[" + index + "]";
    }
  }

  /** Whether this is a top-level attribute. */
  public boolean isTopLevel() {
    return steps.isEmpty();
  }

  /** What the path leads to in an item, or null if it leads nowhere. */
  public @Nullable Value get(Item item) {
    Value value = item.get(name);
    for (int i = 0; i < steps.size() && value != null; i++) {
      value = step(value, steps.get(i));
    }
    return value;
  }

  private static @Nullable Value step(Value value, Step step) {
    if (step instanceof Key key) {
      return value instanceof Value.M map ? map.values().get(key.name()) : null;
    }
    int index = ((Index) step).index();
    return value instanceof Value.L list && index < list.values().size()
        ? list.values().get(index)
        : null;
  }

  /** As the service prints paths in its messages: {@code [a, b, [0]]}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("[").append(name);
    for (Step step : steps) {
      text.append(", ").append(step);
    }
    return text.append(']').toString();
  }
}
