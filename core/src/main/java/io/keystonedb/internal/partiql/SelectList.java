package io.keystonedb.internal.partiql;

import io.keystonedb.Item;
import io.keystonedb.KeystoneException;
import io.keystonedb.Value;
import io.keystonedb.internal.expression.Path;
import io.keystonedb.internal.expression.Projecting;
import io.keystonedb.internal.expression.TreeCheck;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a SELECT takes of items. In contrast to a projection expression it takes values out of their
 * documents: {@code SELECT a.b, c[0]} gives attributes {@code b} and {@code c[0]}. Immutable and
 * thread-safe.
 */
public final class SelectList implements Projecting {
  private final Map<String, Path> paths;

  private SelectList(Map<String, Path> paths) {
    this.paths = paths;
  }

  /**
   * The list of some paths.
   *
   * @throws KeystoneException if two of them would have the same name, or one is part of another
   */
  static SelectList of(List<Path> paths) {
    Map<String, Path> named = new LinkedHashMap<>();
    for (Path path : paths) {
      String name = nameOf(path);
      if (named.put(name, path) != null) {
        throw KeystoneException.validation("Duplicate identifiers in select clause: " + name);
      }
    }
    TreeCheck.paths(paths);
    return new SelectList(named);
  }

  /** The last name of a path with the indexes behind it. */
  private static String nameOf(Path path) {
    String name = path.name();
    for (Path.Step step : path.steps()) {
      name = step instanceof Path.Key key ? key.name() : name + step;
    }
    return name;
  }

  @Override
  public Set<String> topLevelAttributes() {
    Set<String> names = new LinkedHashSet<>();
    paths.values().forEach(path -> names.add(path.name()));
    return names;
  }

  @Override
  public Item apply(Item item) {
    Map<String, Value> selected = new LinkedHashMap<>();
    paths.forEach(
        (name, path) -> {
          Value value = path.get(item);
          if (value != null) {
            selected.put(name, value);
          }
        });
    return Item.copyOf(selected);
  }
}
