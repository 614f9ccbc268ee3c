package io.keystonedb.conformance.random;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One of the two databases, for requests about tables: shows descriptions in a form that compares.
 */
final class TestedTables {
  /**
   * What differs between two databases by nature, depends on when a table changes its state, or is
   * absent in all answers of dynoxide.
   */
  private static final Set<String> NOT_COMPARED =
      Set.of(
          "Backfilling",
          "CreationDateTime",
          "IndexArn",
          "IndexSizeBytes",
          "IndexStatus",
          "ItemCount",
          "LastDecreaseDateTime",
          "LastIncreaseDateTime",
          "LastUpdateToPayPerRequestDateTime",
          "LatestStreamArn",
          "LatestStreamLabel",
          "TableArn",
          "TableId",
          "TableSizeBytes",
          "TableStatus",
          "TableThroughputModeSummary",
          "WarmThroughput");

  private static final Map<String, String> LISTS =
      Map.of(
          "AttributeDefinitions", "AttributeName",
          "GlobalSecondaryIndexes", "IndexName",
          "LocalSecondaryIndexes", "IndexName");

  private final Endpoint endpoint;
  private final List<?> existing;

  /** Takes note of the tables that exist. */
  TestedTables(Endpoint endpoint) {
    this.endpoint = endpoint;
    existing = names();
  }

  private List<?> names() {
    return (List<?>) endpoint.answer("ListTables", Map.of()).get("TableNames");
  }

  /** Runs a request; what it makes of a table is shown by DescribeTable, not by the answer. */
  Outcome run(Request request) {
    Outcome outcome = endpoint.call(request);
    boolean description = request.operation().startsWith("Describe");
    return outcome.withMembers(
        outcome.isAnswer() && !description ? Map.of() : comparable(outcome.members()));
  }

  private static Map<String, Object> comparable(Map<String, Object> structure) {
    Map<String, Object> copy = new TreeMap<>();
    structure.forEach(
        (name, member) -> {
          if (!NOT_COMPARED.contains(name)) {
            copy.put(name, comparable(name, member));
          }
        });
    return copy;
  }

  @SuppressWarnings("unchecked")
  private static Object comparable(String name, Object member) {
    if (member instanceof Map<?, ?> object) {
      return comparable((Map<String, Object>) object);
    }
    if (LISTS.containsKey(name)) {
      return ((List<Map<String, Object>>) member)
          .stream()
              .map(TestedTables::comparable)
              .sorted(Comparator.comparing(each -> String.valueOf(each.get(LISTS.get(name)))))
              .toList();
    }
    // In which order the service lists them is not known.
    return name.equals("NonKeyAttributes") ? Normalization.sorted((List<?>) member) : member;
  }

  /** Deletes the tables that were created since. */
  void deleteNewTables() {
    for (Object name : names()) {
      if (!existing.contains(name)) {
        Map<String, Object> table = Map.of("TableName", name);
        Map<String, Object> description =
            Json.object(endpoint.answer("DescribeTable", table), "Table");
        if (Boolean.TRUE.equals(description.get("DeletionProtectionEnabled"))) {
          endpoint.answer(
              "UpdateTable", Map.of("TableName", name, "DeletionProtectionEnabled", false));
        }
        endpoint.answer("DeleteTable", table);
      }
    }
  }
}
