package io.keystonedb.internal.expression;

import io.keystonedb.Item;
import io.keystonedb.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Paths that are apart from each other, as a tree: cuts out of an item what they address.
 *
 * <p>Elements of lists come out in the order of their indexes, one behind the other; what several
 * paths address below one element or map comes out as one.
 */
final class PathTree {
  private final Map<String, PathTree> fields = new LinkedHashMap<>();
  private final TreeMap<Integer, PathTree> indexes = new TreeMap<>();

  static PathTree of(Iterable<Path> paths) {
    PathTree root = new PathTree();
    for (Path path : paths) {
      PathTree node = root.fields.computeIfAbsent(path.name(), name -> new PathTree());
      for (Path.Step step : path.steps()) {
        node =
            step instanceof Path.Field field
                ? node.fields.computeIfAbsent(field.name(), name -> new PathTree())
                : node.indexes.computeIfAbsent(
                    ((Path.Index) step).index(), index -> new PathTree());
      }
    }
    return root;
  }

  Item cut(Item item) {
    Item.Appender cut = Item.appender(fields.size());
    fields.forEach(
        (name, below) -> {
          Value value = item.get(name);
          Value part = value == null ? null : below.cut(value);
          if (part != null) {
            cut.append(name, part);
          }
        });
    return cut.toItem();
  }

  private @Nullable Value cut(Value value) {
    if (fields.isEmpty() && indexes.isEmpty()) {
      return value;
    }
    if (value instanceof Value.M map && !fields.isEmpty()) {
      Item cut = cut(map.values());
      return cut.isEmpty() ? null : Value.map(cut);
    }
    if (!(value instanceof Value.L list) || indexes.isEmpty()) {
      return null;
    }
    List<Value> elements = new ArrayList<>();
    indexes.forEach(
        (index, below) -> {
          Value part = index < list.values().size() ? below.cut(list.values().get(index)) : null;
          if (part != null) {
            elements.add(part);
          }
        });
    return elements.isEmpty() ? null : Value.list(elements);
  }
}
