package io.keystonedb.conformance.golden;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compares what is expected with what came. The order of members and of elements of sets does not
 * matter, numbers of attribute values compare as text.
 *
 * @param wholly whether members that are not expected are a difference
 * @param anyOrder whether the order of elements of lists is free
 */
record Difference(boolean wholly, boolean anyOrder) {
  private static final Set<String> SETS = Set.of("SS", "NS", "BS");

  /** The first difference as a sentence, if there is one. */
  Optional<String> find(Object expected, Object actual) {
    return find("", expected, actual);
  }

  private Optional<String> find(String path, Object expected, Object actual) {
    if (Template.ANY.equals(expected)) {
      return Optional.empty();
    }
    if (expected instanceof Map<?, ?> members && actual instanceof Map<?, ?> others) {
      return members(path, members, others);
    }
    if (expected instanceof List<?> list && actual instanceof List<?> other) {
      return anyOrder ? unordered(path, list, other) : ordered(path, list, other);
    }
    boolean same =
        expected instanceof BigDecimal a && actual instanceof BigDecimal b
            ? a.compareTo(b) == 0
            : expected == null ? actual == null : expected.equals(actual);
    return same ? Optional.empty() : differ(path, Json.summarize(expected), Json.summarize(actual));
  }

  private Optional<String> members(String path, Map<?, ?> expected, Map<?, ?> actual) {
    Set<Object> names = new LinkedHashSet<>(expected.keySet());
    if (wholly) {
      names.addAll(actual.keySet());
    }
    for (Object name : names) {
      String member = path + "." + name;
      if (!actual.containsKey(name)) {
        return differ(member, Json.summarize(expected.get(name)), "nothing");
      }
      if (!expected.containsKey(name)) {
        return differ(member, "nothing", Json.summarize(actual.get(name)));
      }
      Optional<String> difference =
          names.size() == 1
                  && SETS.contains(name)
                  && expected.get(name) instanceof List<?> set
                  && actual.get(name) instanceof List<?> other
              ? unordered(member, set, other)
              : find(member, expected.get(name), actual.get(name));
      if (difference.isPresent()) {
        return difference;
      }
    }
    return Optional.empty();
  }

  private Optional<String> ordered(String path, List<?> expected, List<?> actual) {
    for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
      Optional<String> difference = find(path + "[" + i + "]", expected.get(i), actual.get(i));
      if (difference.isPresent()) {
        return difference;
      }
    }
    return expected.size() == actual.size() ? Optional.empty() : sizes(path, expected, actual);
  }

  private Optional<String> unordered(String path, List<?> expected, List<?> actual) {
    if (expected.size() != actual.size()) {
      return sizes(path, expected, actual);
    }
    List<Object> left = new ArrayList<>(actual);
    for (Object element : expected) {
      Optional<Object> match =
          left.stream().filter(each -> find(path, element, each).isEmpty()).findFirst();
      if (match.isEmpty()) {
        return differ(path, "an element " + Json.summarize(element), Json.summarize(left));
      }
      left.remove(match.get());
    }
    return Optional.empty();
  }

  private static Optional<String> sizes(String path, List<?> expected, List<?> actual) {
    return differ(path, expected.size() + " elements", actual.size() + " elements");
  }

  private static Optional<String> differ(String path, String expected, String actual) {
    String where = path.isEmpty() ? "the whole" : path.substring(path.startsWith(".") ? 1 : 0);
    return Optional.of("%s: expected %s but was %s".formatted(where, expected, actual));
  }
}
