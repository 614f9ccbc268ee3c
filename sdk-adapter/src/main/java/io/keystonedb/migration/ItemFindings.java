package io.keystonedb.migration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Compares the items of answers and collects what it finds. Not thread-safe. */
final class ItemFindings {
  private final ComparisonRules rules;
  private final String operation;
  private final OperationClass operationClass;
  private final @Nullable String index;
  private final List<Finding> findings = new ArrayList<>(0);

  ItemFindings(
      ComparisonRules rules,
      String operation,
      OperationClass operationClass,
      @Nullable String index) {
    this.rules = rules;
    this.operation = operation;
    this.operationClass = operationClass;
    this.index = index;
  }

  List<Finding> all() {
    return findings;
  }

  void add(Finding finding) {
    findings.add(finding);
  }

  /** Compares an item; the key is null if it is not known. */
  void item(
      String table,
      @Nullable Map<String, AttributeValue> key,
      @Nullable Map<String, AttributeValue> primary,
      @Nullable Map<String, AttributeValue> shadow) {
    if (primary == null && shadow == null) {
      return;
    }
    if (primary == null || shadow == null) {
      findings.add(
          Finding.ofItem(
              kindOfAbsence(shadow == null),
              operation,
              operationClass,
              table,
              index,
              key,
              primary,
              shadow,
              List.of()));
      return;
    }
    List<Difference> differences = ValueComparison.items(rules, table, primary, shadow);
    if (!differences.isEmpty()) {
      DiscrepancyKind kind =
          index == null ? DiscrepancyKind.ITEM_DIFFERS : DiscrepancyKind.INDEX_ENTRY_DIFFERS;
      findings.add(
          Finding.ofItem(
              kind, operation, operationClass, table, index, key, primary, shadow, differences));
    }
  }

  private DiscrepancyKind kindOfAbsence(boolean isMissing) {
    if (index == null) {
      return isMissing ? DiscrepancyKind.ITEM_MISSING : DiscrepancyKind.ITEM_EXTRA;
    }
    return isMissing ? DiscrepancyKind.INDEX_ENTRY_MISSING : DiscrepancyKind.INDEX_ENTRY_EXTRA;
  }

  /** Compares the attributes that a write returns. */
  void returned(
      RequestFacts facts, Map<String, AttributeValue> primary, Map<String, AttributeValue> shadow) {
    String table = facts.table();
    List<Difference> differences = ValueComparison.items(rules, table, primary, shadow);
    if (!differences.isEmpty()) {
      findings.add(
          Finding.ofItem(
              DiscrepancyKind.RETURNED_VALUES,
              operation,
              operationClass,
              table,
              null,
              facts.isAboutOneItem() ? facts.keys().get(0).key() : null,
              primary,
              shadow,
              differences));
    }
  }

  /** Compares items that have no order. */
  void items(
      String table,
      @Nullable TableInfo info,
      List<Map<String, AttributeValue>> primary,
      List<Map<String, AttributeValue>> shadow) {
    Map<TableKey, Map<String, AttributeValue>> byKey = byKey(table, info, primary);
    Map<TableKey, Map<String, AttributeValue>> othersByKey = byKey(table, info, shadow);
    if (byKey == null || othersByKey == null) {
      itemsWithoutKeys(table, primary, shadow);
      return;
    }
    byKey.forEach((key, item) -> item(table, key.key(), item, othersByKey.remove(key)));
    othersByKey.forEach((key, item) -> item(table, key.key(), null, item));
  }

  /** Null if the key of an item is not known, or occurs twice. */
  private static @Nullable Map<TableKey, Map<String, AttributeValue>> byKey(
      String table, @Nullable TableInfo info, List<Map<String, AttributeValue>> items) {
    if (info == null) {
      return null;
    }
    Map<TableKey, Map<String, AttributeValue>> byKey = new LinkedHashMap<>();
    for (Map<String, AttributeValue> item : items) {
      Map<String, AttributeValue> key = info.keyOf(item);
      if (key == null || byKey.put(TableKey.of(table, key), item) != null) {
        return null;
      }
    }
    return byKey;
  }

  private void itemsWithoutKeys(
      String table,
      List<Map<String, AttributeValue>> primary,
      List<Map<String, AttributeValue>> shadow) {
    List<Map<String, AttributeValue>> left = new ArrayList<>(shadow);
    List<Map<String, AttributeValue>> unmatched = new ArrayList<>();
    for (Map<String, AttributeValue> item : primary) {
      int found = indexOf(table, item, left);
      if (found < 0) {
        unmatched.add(item);
      } else {
        left.remove(found);
      }
    }
    for (int i = 0; i < Math.max(unmatched.size(), left.size()); i++) {
      item(
          table,
          null,
          i < unmatched.size() ? unmatched.get(i) : null,
          i < left.size() ? left.get(i) : null);
    }
  }

  private int indexOf(
      String table, Map<String, AttributeValue> item, List<Map<String, AttributeValue>> items) {
    for (int i = 0; i < items.size(); i++) {
      if (ValueComparison.items(rules, table, item, items.get(i)).isEmpty()) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Compares the answers to a Query or Scan.
   *
   * @param ordered whether the whole order of items is the service's
   * @param sortKeys attributes by which they are ordered in any case
   */
  void page(
      RequestFacts facts,
      @Nullable TableInfo info,
      AnswerComparison.Page primary,
      AnswerComparison.Page shadow,
      boolean ordered,
      List<String> sortKeys) {
    String table = facts.table();
    items(table, info, primary.items(), shadow.items());
    if (!findings.isEmpty()) {
      return;
    }
    if (!sameOrder(table, primary, shadow, ordered, sortKeys)) {
      findings.add(
          Finding.of(
              DiscrepancyKind.PAGE_ORDER, facts, show(primary.items()), show(shadow.items())));
    } else if (!sameEnd(table, primary.lastEvaluatedKey(), shadow.lastEvaluatedKey())) {
      findings.add(
          Finding.of(
              DiscrepancyKind.PAGE_END,
              facts,
              showKey(primary.lastEvaluatedKey()),
              showKey(shadow.lastEvaluatedKey())));
    } else if (primary.count() != shadow.count()
        || primary.scannedCount() != shadow.scannedCount()) {
      findings.add(
          Finding.of(DiscrepancyKind.COUNTS, facts, showCounts(primary), showCounts(shadow)));
    }
  }

  private boolean sameOrder(
      String table,
      AnswerComparison.Page primary,
      AnswerComparison.Page shadow,
      boolean ordered,
      List<String> sortKeys) {
    for (int i = 0; i < primary.items().size(); i++) {
      Map<String, AttributeValue> one = primary.items().get(i);
      Map<String, AttributeValue> other = shadow.items().get(i);
      if (ordered && !ValueComparison.items(rules, table, one, other).isEmpty()) {
        return false;
      }
      for (String name : sortKeys) {
        AttributeValue value = one.get(name);
        AttributeValue otherValue = other.get(name);
        if (value != null
            && otherValue != null
            && ItemHash.ofKey(Map.of(name, value)) != ItemHash.ofKey(Map.of(name, otherValue))) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean sameEnd(
      String table,
      @Nullable Map<String, AttributeValue> primary,
      @Nullable Map<String, AttributeValue> shadow) {
    if (primary == null || shadow == null) {
      return primary == null && shadow == null;
    }
    return TableKey.of(table, primary).equals(TableKey.of(table, shadow));
  }

  private static String show(List<Map<String, AttributeValue>> items) {
    return items.stream().map(ValueJson::item).toList().toString();
  }

  private static String showKey(@Nullable Map<String, AttributeValue> key) {
    return key == null ? "no LastEvaluatedKey" : "LastEvaluatedKey " + ValueJson.item(key);
  }

  private static String showCounts(AnswerComparison.Page page) {
    return "Count " + page.count() + ", ScannedCount " + page.scannedCount();
  }
}
