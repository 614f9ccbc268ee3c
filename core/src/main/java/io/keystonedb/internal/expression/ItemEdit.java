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
 * Values to be set and removed at paths that are apart from each other, applied to an item at once.
 *
 * <p>Indexes refer to lists as they were. Setting behind the end of a list appends, in the order of
 * the indexes and without gaps; removing behind the end does nothing. Not thread-safe.
 */
final class ItemEdit {
  private final Map<String, ItemEdit> fields = new LinkedHashMap<>();
  private final TreeMap<Integer, ItemEdit> indexes = new TreeMap<>();
  private @Nullable Value newValue;
  private boolean removed;

  void set(Path path, Value value) {
    at(path).newValue = value;
  }

  void remove(Path path) {
    at(path).removed = true;
  }

  private ItemEdit at(Path path) {
    ItemEdit node = fields.computeIfAbsent(path.name(), name -> new ItemEdit());
    for (Path.Step step : path.steps()) {
      node =
          step instanceof Path.Field field
              ? node.fields.computeIfAbsent(field.name(), name -> new ItemEdit())
              : node.indexes.computeIfAbsent(((Path.Index) step).index(), index -> new ItemEdit());
    }
    return node;
  }

  Item apply(Item item) {
    Item result = item;
    for (Map.Entry<String, ItemEdit> field : fields.entrySet()) {
      Value value = field.getValue().applied(item.get(field.getKey()));
      result = value == null ? result.without(field.getKey()) : result.with(field.getKey(), value);
    }
    return result;
  }

  /** What becomes of a value, or of its absence; null for nothing. */
  private @Nullable Value applied(@Nullable Value value) {
    if (removed) {
      return null;
    }
    if (newValue != null) {
      return newValue;
    }
    if (!fields.isEmpty() && value instanceof Value.M map) {
      return Value.map(apply(map.values()));
    }
    if (!indexes.isEmpty() && value instanceof Value.L list) {
      return Value.list(apply(list.values()));
    }
    throw UpdateErrors.path();
  }

  private List<Value> apply(List<Value> list) {
    List<@Nullable Value> changed = new ArrayList<>(list);
    indexes.forEach(
        (index, edit) -> {
          if (index < list.size()) {
            changed.set(index, edit.applied(list.get(index)));
          } else if (!edit.removed) {
            changed.add(edit.applied(null));
          }
        });
    List<Value> result = new ArrayList<>(changed.size());
    for (Value value : changed) {
      if (value != null) {
        result.add(value);
      }
    }
    return result;
  }
}
