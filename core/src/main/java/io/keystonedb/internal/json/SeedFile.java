package io.keystonedb.internal.json;

import io.keystonedb.Item;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the items of seed files. Each item may be plain JSON or DynamoDB JSON, also within one
 * file; see {@link ItemJson} for how they are told apart. Items may come wrapped as {@code
 * {"Item":{...}}} (exports to S3) or {@code {"PutRequest":{"Item":{...}}}} (files of the AWS CLI).
 * Stateless.
 */
public final class SeedFile {
  private SeedFile() {}

  /**
   * Reads a file for several tables: an object from table name to an array of items. The file of
   * {@code aws dynamodb batch-write-item} has that form.
   *
   * @throws JsonFormatException if it is not in this form
   */
  public static Map<String, List<Item>> readTables(Reader reader) {
    List<@Nullable Object> values = JsonTree.readAll(reader);
    if (values.size() != 1 || !(values.get(0) instanceof Map<?, ?> tables)) {
      throw new JsonFormatException("a JSON object from table name to array of items was expected");
    }
    Map<String, List<Item>> items = new LinkedHashMap<>();
    tables.forEach((name, list) -> items.put((String) name, tableItems(list, "table " + name)));
    return items;
  }

  /**
   * Reads a file for one table: an array of items, JSON lines, or an object with an array {@code
   * Items}, which is what {@code aws dynamodb scan} prints.
   *
   * @throws JsonFormatException if it is not in one of these forms
   */
  public static List<Item> readItems(Reader reader) {
    List<@Nullable Object> values = JsonTree.readAll(reader);
    if (values.size() == 1) {
      Object only = values.get(0);
      boolean isPage = only instanceof Map<?, ?> map && map.get("Items") instanceof List<?>;
      if (only instanceof List<?> || isPage) {
        return tableItems(only, "the file");
      }
    }
    return items(values, "line");
  }

  private static List<Item> tableItems(@Nullable Object json, String where) {
    if (json instanceof List<?> list) {
      return items(list, where + ", item");
    }
    if (json instanceof Map<?, ?> page && page.get("Items") instanceof List<?> list) {
      return items(list, where + ", item");
    }
    throw new JsonFormatException(where + ": an array of items was expected, not " + json);
  }

  private static List<Item> items(List<? extends @Nullable Object> values, String where) {
    List<Item> items = new ArrayList<>(values.size());
    for (Object value : values) {
      String place = where + " " + (items.size() + 1);
      try {
        items.add(ItemJson.item(unwrap(value)));
      } catch (JsonFormatException e) {
        throw new JsonFormatException(place + ": " + e.getMessage(), e);
      }
    }
    return items;
  }

  @SuppressWarnings("unchecked") // JsonTree makes no other maps
  private static Map<String, @Nullable Object> unwrap(@Nullable Object json) {
    if (!(json instanceof Map<?, ?> map)) {
      throw new JsonFormatException("an item is a JSON object, not " + json);
    }
    if (map.size() != 1) {
      return (Map<String, @Nullable Object>) map;
    }
    if (map.get("DeleteRequest") instanceof Map<?, ?> request && request.containsKey("Key")) {
      throw new JsonFormatException("a DeleteRequest has no place among seeds, which only put");
    }
    if (map.get("PutRequest") instanceof Map<?, ?> request
        && request.get("Item") instanceof Map<?, ?> item) {
      return (Map<String, @Nullable Object>) item;
    }
    return (Map<String, @Nullable Object>) (map.get("Item") instanceof Map<?, ?> item ? item : map);
  }
}
