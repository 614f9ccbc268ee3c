package io.keystonedb.migration;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What has another name at the shadow. Immutable. */
final class Names {
  private final Map<String, String> tables;
  private final Map<String, String> tablesBack;
  private final Map<String, Map<String, String>> attributes;
  private final Map<String, Map<String, String>> attributesBack;

  private Names(Map<String, String> tables, Map<String, Map<String, String>> attributes) {
    this.tables = Map.copyOf(tables);
    this.attributes = Map.copyOf(attributes);
    tablesBack = inverse(tables);
    Map<String, Map<String, String>> back = new HashMap<>();
    attributes.forEach((table, renamed) -> back.put(table, inverse(renamed)));
    attributesBack = back;
  }

  boolean isEmpty() {
    return tables.isEmpty() && attributes.isEmpty();
  }

  String tableAtShadow(String table) {
    return tables.getOrDefault(table, table);
  }

  String tableAtPrimary(String table) {
    return tablesBack.getOrDefault(table, table);
  }

  /** The renamed attributes of a table, from the primary's names to the shadow's. */
  Map<String, String> attributesAtShadow(String table) {
    return attributes.getOrDefault(table, Map.of());
  }

  /** The renamed attributes of a table, from the shadow's names to the primary's. */
  Map<String, String> attributesAtPrimary(String table) {
    return attributesBack.getOrDefault(table, Map.of());
  }

  /** An item of the primary under the shadow's names. */
  Map<String, AttributeValue> itemAtShadow(String table, Map<String, AttributeValue> item) {
    Map<String, String> renamed = attributesAtShadow(table);
    if (renamed.isEmpty()) {
      return item;
    }
    Map<String, AttributeValue> copy = new HashMap<>();
    item.forEach((name, value) -> copy.put(renamed.getOrDefault(name, name), value));
    return copy;
  }

  private static Map<String, String> inverse(Map<String, String> names) {
    Map<String, String> inverse = new HashMap<>();
    names.forEach((primary, shadow) -> inverse.put(shadow, primary));
    return inverse;
  }

  /** Collects names; each side's only once. */
  static final class Builder {
    private final Map<String, String> tables = new HashMap<>();
    private final Map<String, Map<String, String>> attributes = new HashMap<>();

    void table(String primary, String shadow) {
      add(tables, "table", primary, shadow);
    }

    void attribute(String table, String primary, String shadow) {
      Map<String, String> names = attributes.computeIfAbsent(table, key -> new HashMap<>());
      add(names, "attribute of table " + table, primary, shadow);
    }

    private static void add(Map<String, String> names, String what, String from, String to) {
      if (from.isBlank() || to.isBlank()) {
        throw new IllegalArgumentException(
            "The name of " + (what.startsWith("a") ? "an " : "a ") + what + " is empty");
      }
      if (names.containsKey(from)) {
        throw new IllegalArgumentException(
            "The "
                + what
                + " \""
                + from
                + "\" is renamed twice, to \""
                + names.get(from)
                + "\" and to \""
                + to
                + "\"");
      }
      Set<String> taken = new HashSet<>(names.values());
      if (!taken.add(to)) {
        throw new IllegalArgumentException(
            "Two names are renamed to the same " + what + " \"" + to + "\"");
      }
      names.put(from, to);
    }

    Names build() {
      return new Names(tables, attributes);
    }
  }
}
