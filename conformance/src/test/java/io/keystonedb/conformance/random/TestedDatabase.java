package io.keystonedb.conformance.random;

import io.keystonedb.conformance.TestTables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One of the two databases with the tables of {@link TestTables}: runs requests, and shows with
 * each write what it left in the tables, their indexes and their streams.
 */
final class TestedDatabase {
  private static final Set<String> TABLES = Set.copyOf(List.of(TestTables.NAMES));

  private final Endpoint endpoint;
  private final PageReader pages;
  private final StreamReader streams;

  TestedDatabase(Endpoint endpoint) {
    this.endpoint = endpoint;
    pages = new PageReader(endpoint);
    streams = new StreamReader(endpoint);
  }

  Outcome run(Request request) {
    return switch (request.operation()) {
      case "Query" -> pages.query(request);
      case "Scan" -> pages.scan(request);
      default -> {
        Outcome outcome = endpoint.call(request);
        outcome = outcome.withMembers(Normalization.of(outcome.members()));
        yield request.isWrite() ? outcome.withEffects(effects(request)) : outcome;
      }
    };
  }

  private Map<String, Object> effects(Request request) {
    Map<String, Object> effects = new TreeMap<>();
    for (String table : request.tablesOf(TABLES)) {
      effects.put(table, items(table));
      effects.put(table + " stream", streams.newRecords(table));
      for (String index : TestTables.indexesOf(table)) {
        if (index != null) {
          effects.put(table + " " + index, entries(table, index));
        }
      }
    }
    return effects;
  }

  /** The items of a table by their keys. */
  private Map<String, Object> items(String table) {
    Map<String, Object> items = new TreeMap<>();
    for (Map<String, Object> item : scan(Map.of("TableName", table, "ConsistentRead", true))) {
      items.put(Json.print(keyOf(table, item)), item);
    }
    return items;
  }

  /** The entries of an index by the keys of their items. */
  private Map<String, Object> entries(String table, String index) {
    Map<String, Object> entries = new TreeMap<>();
    for (Map<String, Object> entry : scan(Map.of("TableName", table, "IndexName", index))) {
      entries.put(Json.print(keyOf(table, entry)), entry);
    }
    return entries;
  }

  private List<Map<String, Object>> scan(Map<String, Object> request) {
    return Json.objects(Normalization.of(endpoint.answer("Scan", request)), "Items");
  }

  private static Map<String, Object> keyOf(String table, Map<String, Object> item) {
    Map<String, Object> key = new TreeMap<>();
    TestTables.keyOf(table, null).forEach(name -> key.put(name, item.get(name)));
    return key;
  }

  /**
   * Makes the tables that a request names equal to those of another database, after a known
   * difference.
   *
   * @return whether anything had to be changed
   */
  boolean copyItemsFrom(TestedDatabase source, Request request) {
    boolean changed = false;
    for (String table : request.tablesOf(TABLES)) {
      Map<String, Object> wanted = source.items(table);
      Map<String, Object> present = new HashMap<>(items(table));
      for (Map.Entry<String, Object> item : wanted.entrySet()) {
        if (!item.getValue().equals(present.remove(item.getKey()))) {
          endpoint.answer("PutItem", Map.of("TableName", table, "Item", item.getValue()));
          changed = true;
        }
      }
      for (String key : present.keySet()) {
        endpoint.answer("DeleteItem", Map.of("TableName", table, "Key", Json.parseObject(key)));
        changed = true;
      }
    }
    return changed;
  }

  /** Passes over what is new in the streams of the tables that a request names. */
  void skipRecords(Request request) {
    request.tablesOf(TABLES).forEach(streams::newRecords);
  }

  /** Deletes all items. */
  void clear() {
    for (String table : TABLES) {
      for (String key : items(table).keySet()) {
        endpoint.answer("DeleteItem", Map.of("TableName", table, "Key", Json.parseObject(key)));
      }
      streams.newRecords(table);
    }
  }
}
