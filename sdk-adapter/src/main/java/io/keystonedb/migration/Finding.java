package io.keystonedb.migration;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A difference that one comparison found, before it is known whether it was seen before. Immutable.
 *
 * @param operationClass what the operation does
 * @param keys the items it is about: if one of them was different before, this follows from it
 */
record Finding(
    DiscrepancyKind kind,
    String operation,
    OperationClass operationClass,
    @Nullable String table,
    @Nullable String index,
    Map<String, AttributeValue> key,
    String primary,
    String shadow,
    List<Difference> differences,
    Map<String, String> context,
    List<TableKey> keys) {

  /** About a request as a whole. */
  static Finding of(DiscrepancyKind kind, RequestFacts facts, String primary, String shadow) {
    TableKey only = facts.keys().size() == 1 ? facts.keys().get(0) : null;
    return new Finding(
        kind,
        facts.operation(),
        facts.kind(),
        facts.tables().size() == 1 ? facts.tables().get(0) : null,
        facts.index(),
        only == null ? Map.of() : only.key(),
        primary,
        shadow,
        List.of(),
        Map.of(),
        facts.keys());
  }

  /** About one item. */
  static Finding ofItem(
      DiscrepancyKind kind,
      String operation,
      OperationClass operationClass,
      String table,
      @Nullable String index,
      @Nullable Map<String, AttributeValue> key,
      @Nullable Map<String, AttributeValue> primary,
      @Nullable Map<String, AttributeValue> shadow,
      List<Difference> differences) {
    return new Finding(
        kind,
        operation,
        operationClass,
        table,
        index,
        key == null ? Map.of() : key,
        show(primary),
        show(shadow),
        differences,
        Map.of(),
        key == null ? List.of() : List.of(TableKey.of(table, key)));
  }

  Finding with(String name, String value) {
    Map<String, String> more = new TreeMap<>(context);
    more.put(name, value);
    return new Finding(
        kind,
        operation,
        operationClass,
        table,
        index,
        key,
        primary,
        shadow,
        differences,
        more,
        keys);
  }

  /** Findings with the same fingerprint are one discrepancy, seen again. */
  String fingerprint() {
    StringBuilder text = new StringBuilder();
    text.append(kind).append(' ').append(operation).append(' ').append(table).append(' ');
    text.append(index).append(' ').append(ValueJson.item(key));
    differences.forEach(each -> text.append(' ').append(each.path()).append(each.kind()));
    if (key.isEmpty()) {
      text.append(' ').append(ValueText.shortened(primary));
      text.append(' ').append(ValueText.shortened(shadow));
    }
    return text.toString();
  }

  private static String show(@Nullable Map<String, AttributeValue> item) {
    return item == null ? "no item" : ValueJson.item(item);
  }
}
