package io.keystonedb.testing;

import io.keystonedb.Item;
import io.keystonedb.Value;
import io.keystonedb.internal.engine.IndexDefinition;
import io.keystonedb.internal.engine.TableDefinition;
import io.keystonedb.internal.value.KeyAttribute;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an index holds, worked out from the rules of the developer guide and the definitions alone:
 * none of the code that writes or reads entries is used, so that its mistakes show.
 */
final class ExpectedEntries {
  private static final int MAX_PARTITION_KEY_BYTES = 2048;
  private static final int MAX_SORT_KEY_BYTES = 1024;

  private ExpectedEntries() {}

  /** The entries of an index by their keys, which are those of the index and of the table. */
  static Map<Map<String, Value>, Map<String, Value>> of(
      TableDefinition table, IndexDefinition index, Collection<Item> items) {
    Map<Map<String, Value>, Map<String, Value>> entries = new HashMap<>();
    for (Item item : items) {
      if (contains(index, item)) {
        entries.put(keyOf(table, index, item), entryOf(table, index, item));
      }
    }
    return entries;
  }

  /** An item without one of the key attributes, in its type, is left out: the index is sparse. */
  private static boolean contains(IndexDefinition index, Item item) {
    return index.key().all().stream().allMatch(attribute -> isKeyValue(attribute, item))
        && bytes(index.key().partition(), item) <= MAX_PARTITION_KEY_BYTES
        && bytes(index.key().sort(), item) <= MAX_SORT_KEY_BYTES;
  }

  private static boolean isKeyValue(KeyAttribute attribute, Item item) {
    Value value = item.get(attribute.name());
    return value != null
        && value.type() == attribute.type()
        && !(value instanceof Value.S text && text.value().isEmpty())
        && !(value instanceof Value.B binary && binary.toByteArray().length == 0);
  }

  private static int bytes(List<KeyAttribute> attributes, Item item) {
    int bytes = 0;
    for (KeyAttribute attribute : attributes) {
      Value value = item.get(attribute.name());
      if (value instanceof Value.S text) {
        bytes += text.value().getBytes(StandardCharsets.UTF_8).length;
      } else if (value instanceof Value.B binary) {
        bytes += binary.toByteArray().length;
      }
    }
    return bytes;
  }

  static Map<String, Value> keyOf(
      TableDefinition table, IndexDefinition index, Map<String, Value> item) {
    return pick(item, keys(table, index));
  }

  private static Map<String, Value> entryOf(
      TableDefinition table, IndexDefinition index, Item item) {
    return switch (index.projection().projectionType()) {
      case "ALL" -> new HashMap<>(item);
      case "KEYS_ONLY" -> pick(item, keys(table, index));
      default ->
          pick(
              item,
              Stream.concat(
                      keys(table, index).stream(), index.projection().nonKeyAttributes().stream())
                  .collect(Collectors.toSet()));
    };
  }

  private static Set<String> keys(TableDefinition table, IndexDefinition index) {
    return Stream.concat(index.key().all().stream(), table.key().all().stream())
        .map(KeyAttribute::name)
        .collect(Collectors.toSet());
  }

  private static Map<String, Value> pick(Map<String, Value> item, Set<String> names) {
    Map<String, Value> picked = new HashMap<>(item);
    picked.keySet().retainAll(names);
    return picked;
  }

  /**
   * Compares two items by sort attributes: numbers by value, texts by their bytes in UTF-8,
   * binaries by their bytes.
   */
  static int compare(List<KeyAttribute> sort, Item left, Item right) {
    for (KeyAttribute attribute : sort) {
      Value a = left.get(attribute.name());
      Value b = right.get(attribute.name());
      int order = a == null || b == null ? compareAbsent(a, b) : compare(a, b);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  /** Items that lack an optional sort attribute come first. */
  private static int compareAbsent(Value left, Value right) {
    return Boolean.compare(left != null, right != null);
  }

  private static int compare(Value left, Value right) {
    if (left instanceof Value.N a && right instanceof Value.N b) {
      return new BigDecimal(a.text()).compareTo(new BigDecimal(b.text()));
    }
    return Arrays.compareUnsigned(bytes(left), bytes(right));
  }

  private static byte[] bytes(Value value) {
    return value instanceof Value.S text
        ? text.value().getBytes(StandardCharsets.UTF_8)
        : ((Value.B) value).toByteArray();
  }
}
