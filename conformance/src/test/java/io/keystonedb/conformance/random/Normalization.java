package io.keystonedb.conformance.random;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Sorts in answers what has no order. */
final class Normalization {
  private static final Set<String> SETS = Set.of("SS", "NS", "BS");

  private Normalization() {}

  /** A copy with the members of sets and the capacity of tables in order. */
  @SuppressWarnings("unchecked")
  static Map<String, Object> of(Map<String, Object> answer) {
    Map<String, Object> copy = (Map<String, Object>) copy(answer);
    copy.computeIfPresent(
        "ConsumedCapacity", (name, value) -> value instanceof List<?> all ? sorted(all) : value);
    copy.computeIfPresent(
        "Responses", (name, value) -> value instanceof Map<?, ?> all ? sortedValues(all) : value);
    return copy;
  }

  private static Object copy(Object value) {
    if (value instanceof Map<?, ?> object) {
      Map<String, Object> copy = new TreeMap<>();
      object.forEach(
          (name, member) ->
              copy.put(
                  (String) name,
                  SETS.contains(name) && member instanceof List<?> set
                      ? sorted(set)
                      : copy(member)));
      return copy;
    }
    if (value instanceof List<?> list) {
      List<Object> copy = new ArrayList<>();
      list.forEach(element -> copy.add(copy(element)));
      return copy;
    }
    return value;
  }

  private static Map<String, Object> sortedValues(Map<?, ?> lists) {
    Map<String, Object> sorted = new TreeMap<>();
    lists.forEach((name, list) -> sorted.put((String) name, sorted((List<?>) list)));
    return sorted;
  }

  static List<Object> sorted(List<?> list) {
    List<Object> sorted = new ArrayList<>(list);
    sorted.sort(Comparator.comparing(Json::print));
    return sorted;
  }
}
