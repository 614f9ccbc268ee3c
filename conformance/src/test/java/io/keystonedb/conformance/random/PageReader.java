package io.keystonedb.conformance.random;

import io.keystonedb.conformance.TestTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Follows queries and scans to their last page, and puts together what of the pages can be
 * compared. The order of items is compared where the service promises one: a table or an index with
 * a sort key, up to items with the same index key. Where a page of a scan ends depends on hashes,
 * so that a scan is compared as a set.
 */
final class PageReader {
  private static final int MOST_PAGES = 100;
  private static final int MOST_SEGMENTS = 6;

  private final Endpoint endpoint;

  PageReader(Endpoint endpoint) {
    this.endpoint = endpoint;
  }

  Outcome query(Request request) {
    List<Map<String, Object>> pages = new ArrayList<>();
    String table = (String) request.body().get("TableName");
    String index = (String) request.body().get("IndexName");
    // The one item with a partition key leaves nothing to follow, and the service refuses to try.
    boolean follow = index != null || !"plain".equals(table);
    Outcome failure = read(request, follow, pages);
    if (failure != null) {
      return failure;
    }
    if (index != null && request.body().containsKey("ExclusiveStartKey")) {
      // What comes after an entry depends on the order of entries with the same key.
      return Outcome.answer(Map.of("Pages", "not compared"));
    }
    List<String> key = TestTables.keyOf(table, index);
    List<Object> items = items(pages);
    List<Object> shapes = new ArrayList<>();
    for (Map<String, Object> page : pages) {
      Map<String, Object> shape = new TreeMap<>(page);
      shape.remove("Items");
      if (index != null) {
        shape.remove("Count");
        shape.computeIfPresent(
            "LastEvaluatedKey",
            (name, last) -> {
              Map<String, Object> ofIndex = new TreeMap<>(Json.object(page, name));
              ofIndex.keySet().retainAll(key);
              return ofIndex;
            });
      }
      shapes.add(shape);
    }
    Map<String, Object> answer = new TreeMap<>();
    answer.put("Pages", shapes);
    answer.put("Count", "" + count(pages, "Count"));
    answer.put("Items", index == null ? items : inOrderOf(key, items));
    return Outcome.answer(answer);
  }

  Outcome scan(Request request) {
    if (request.body().containsKey("ExclusiveStartKey")) {
      Outcome outcome = endpoint.call(request);
      return outcome.isAnswer() ? Outcome.answer(Map.of("Pages", "not compared")) : outcome;
    }
    List<Map<String, Object>> pages = new ArrayList<>();
    Outcome failure = read(request, true, pages);
    int segments = segments(request);
    for (int i = 0; i < segments && failure == null; i++) {
      if (!String.valueOf(i).equals(String.valueOf(request.body().get("Segment")))) {
        failure = read(request.with("Segment", i), true, pages);
      }
    }
    if (failure != null) {
      return failure;
    }
    Map<String, Object> answer = new TreeMap<>();
    answer.put("Items", Normalization.sorted(items(pages)));
    answer.put("Count", "" + count(pages, "Count"));
    answer.put("ScannedCount", "" + count(pages, "ScannedCount"));
    if (segments == 0) {
      answer.put("Pages", pages.stream().map(page -> page.get("ScannedCount")).toList());
    }
    return Outcome.answer(answer);
  }

  /** The number of segments of a parallel scan, zero for others. */
  private static int segments(Request request) {
    String segments = String.valueOf(request.body().get("TotalSegments"));
    return segments.matches("[1-9]") ? Math.min(Integer.parseInt(segments), MOST_SEGMENTS) : 0;
  }

  /** Adds the pages that a request has; returns the first failure, or null if there is none. */
  private Outcome read(Request request, boolean follow, List<Map<String, Object>> pages) {
    Request next = request;
    for (int i = 0; i < MOST_PAGES; i++) {
      Outcome outcome = endpoint.call(next);
      if (!outcome.isAnswer()) {
        return outcome;
      }
      Map<String, Object> page = Normalization.of(outcome.members());
      pages.add(page);
      Object last = page.get("LastEvaluatedKey");
      if (last == null || !follow) {
        return null;
      }
      next = next.with("ExclusiveStartKey", last);
    }
    throw new IllegalStateException("endless pages: " + request);
  }

  private static List<Object> items(List<Map<String, Object>> pages) {
    List<Object> items = new ArrayList<>();
    pages.forEach(page -> items.addAll(Json.objects(page, "Items")));
    return items;
  }

  private static int count(List<Map<String, Object>> pages, String member) {
    return pages.stream().mapToInt(page -> Integer.parseInt(page.get(member).toString())).sum();
  }

  /** Items in order, those with the same sort key sorted; all of them if they do not show it. */
  private static List<Object> inOrderOf(List<String> key, List<Object> items) {
    List<Object> ordered = new ArrayList<>();
    for (int from = 0; from < items.size(); ) {
      int to = from + 1;
      while (to < items.size()
          && (key.size() == 1
              || String.valueOf(sortKey(key, items.get(to)))
                  .equals(String.valueOf(sortKey(key, items.get(from)))))) {
        to++;
      }
      ordered.addAll(Normalization.sorted(items.subList(from, to)));
      from = to;
    }
    return ordered;
  }

  private static Object sortKey(List<String> key, Object item) {
    return ((Map<?, ?>) item).get(key.get(1));
  }
}
