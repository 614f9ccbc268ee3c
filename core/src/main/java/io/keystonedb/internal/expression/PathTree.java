package io.keystonedb.internal.expression;

import io.keystonedb.Item;
import io.keystonedb.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Several document paths as one tree: a node has either map entries or list elements below it, or
 * it is a leaf, the end of a path. Immutable once made.
 *
 * @param <T> what stands at the end of a path
 */
final class PathTree<T> {
  /** A path through this node: the one that made it. */
  private final Path origin;

  private @Nullable T leaf;
  private final Map<String, PathTree<T>> entries = new LinkedHashMap<>();
  private @Nullable SortedMap<Integer, PathTree<T>> elements;
  private @Nullable String clash;

  private PathTree(Path origin) {
    this.origin = origin;
  }

  /** The tree of some paths; only of use if there is no {@link #clash}. */
  static <T> PathTree<T> of(List<T> leaves, Function<T, Path> pathOf) {
    PathTree<T> root = new PathTree<>(Path.of(""));
    for (int i = 0; i < leaves.size() && root.clash == null; i++) {
      T leaf = leaves.get(i);
      root.clash = root.add(pathOf.apply(leaf), leaf);
    }
    return root;
  }

  /** The text about the first two paths that cannot stand together, or null if all can. */
  @Nullable String clash() {
    return clash;
  }

  /** What stands at the end of the path to this node, or null if this is not the end of one. */
  @Nullable T leaf() {
    return leaf;
  }

  /** The nodes below this one by map key, in the order of the paths. */
  Map<String, PathTree<T>> entries() {
    return entries;
  }

  /** The names of the attributes at the top. */
  Set<String> names() {
    return entries.keySet();
  }

  /** The nodes below this one by list index, ascending; null if this is no list. */
  @Nullable SortedMap<Integer, PathTree<T>> elements() {
    return elements;
  }

  private @Nullable String add(Path path, T end) {
    PathTree<T> node = entry(path.name(), path);
    for (Path.Step step : path.steps()) {
      if (node.leaf != null) {
        return ExpressionErrors.overlap(node.origin, path);
      }
      PathTree<T> otherKind = node.childOfOtherKind(step);
      if (otherKind != null) {
        return ExpressionErrors.conflict(otherKind.origin, path);
      }
      node =
          step instanceof Path.Key key
              ? node.entry(key.name(), path)
              : node.element(((Path.Index) step).index(), path);
    }
    if (node.leaf != null || node.hasChildren()) {
      return ExpressionErrors.overlap(node.origin, path);
    }
    node.leaf = end;
    return null;
  }

  private PathTree<T> entry(String name, Path path) {
    return entries.computeIfAbsent(name, n -> new PathTree<>(path));
  }

  private PathTree<T> element(int index, Path path) {
    if (elements == null) {
      elements = new TreeMap<>();
    }
    return elements.computeIfAbsent(index, i -> new PathTree<>(path));
  }

  private boolean hasChildren() {
    return !entries.isEmpty() || elements != null;
  }

  private @Nullable PathTree<T> childOfOtherKind(Path.Step step) {
    if (step instanceof Path.Key) {
      return elements == null ? null : elements.get(elements.firstKey());
    }
    return entries.isEmpty() ? null : entries.values().iterator().next();
  }

  /**
   * The fragments of an item that the paths lead to. Lists become dense, in the order of their
   * indexes; what is absent is left out, and so are documents of which nothing is left.
   */
  Item select(Item item) {
    Item.Appender selected = Item.appender(entries.size());
    for (Map.Entry<String, PathTree<T>> entry : entries.entrySet()) {
      Value value = item.get(entry.getKey());
      Value fragment = value == null ? null : entry.getValue().fragment(value);
      if (fragment != null) {
        selected.append(entry.getKey(), fragment);
      }
    }
    return selected.toItem();
  }

  private @Nullable Value fragment(Value value) {
    if (leaf != null) {
      return value;
    }
    if (elements != null) {
      return value instanceof Value.L list ? listFragment(list.values(), elements) : null;
    }
    if (value instanceof Value.M map) {
      Item fragment = select(map.values());
      return fragment.isEmpty() ? null : Value.map(fragment);
    }
    return null;
  }

  private static <T> @Nullable Value listFragment(
      List<Value> values, SortedMap<Integer, PathTree<T>> elements) {
    List<Value> selected = new ArrayList<>();
    for (Map.Entry<Integer, PathTree<T>> element : elements.entrySet()) {
      int index = element.getKey();
      Value fragment =
          index < values.size() ? element.getValue().fragment(values.get(index)) : null;
      if (fragment != null) {
        selected.add(fragment);
      }
    }
    return selected.isEmpty() ? null : Value.list(selected);
  }
}
