package io.keystonedb.internal.json;

import io.keystonedb.Item;
import io.keystonedb.KeystoneException;
import io.keystonedb.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns a JSON object into an item.
 *
 * <p>An object whose every member is itself an object is DynamoDB JSON ({@code {"id":{"S":"a"}}}),
 * any other is plain ({@code {"id":"a","n":1}}). That tells them apart for certain: an item has key
 * attributes, key attributes are scalars, and in plain JSON a scalar is not an object.
 *
 * <p>Plain values become strings, numbers, booleans, nulls, lists and maps; sets and binary values
 * need DynamoDB JSON. Stateless.
 */
final class ItemJson {
  private ItemJson() {}

  static Item item(Map<String, @Nullable Object> object) {
    boolean typed = !object.isEmpty() && object.values().stream().allMatch(Map.class::isInstance);
    Map<String, Value> attributes = new LinkedHashMap<>();
    object.forEach(
        (name, value) ->
            attributes.put(name, typed ? TypedValue.read(value, name) : plain(value, name)));
    return Item.copyOf(attributes);
  }

  private static Value plain(@Nullable Object json, String path) {
    if (json == null) {
      return Value.nul();
    }
    if (json instanceof String text) {
      return Value.string(text);
    }
    if (json instanceof Boolean bool) {
      return Value.bool(bool);
    }
    if (json instanceof JsonNumber number) {
      return number(number.text(), path);
    }
    if (json instanceof List<?> list) {
      List<Value> values = new ArrayList<>(list.size());
      for (Object element : list) {
        values.add(plain(element, path + "[" + values.size() + "]"));
      }
      return Value.list(values);
    }
    Map<String, Value> values = new LinkedHashMap<>();
    ((Map<?, ?>) json)
        .forEach((name, value) -> values.put((String) name, plain(value, path + "." + name)));
    return Value.map(values);
  }

  static Value.N number(String text, String path) {
    try {
      return Value.number(text);
    } catch (KeystoneException e) {
      throw new JsonFormatException("attribute " + path + ": " + e.getMessage(), e);
    }
  }
}
