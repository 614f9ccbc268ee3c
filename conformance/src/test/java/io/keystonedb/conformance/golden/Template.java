package io.keystonedb.conformance.golden;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills in what cases abbreviate: <code>${a*2048}</code> repeats a text, <code>${name}</code> is
 * what an earlier step remembered, <code>$repeat</code> repeats an element of a list and <code>
 * $nested</code> puts a value into lists in lists.
 */
final class Template {
  /** Stands for any value in an expectation. */
  static final String ANY = "${any}";

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}");
  private static final Pattern REPETITION = Pattern.compile("(.+)\\*(\\d+)");

  private final Map<String, Object> variables = new HashMap<>();

  /** Remembers a value. */
  void set(String name, Object value) {
    variables.put(name, value);
  }

  /** Remembers a part of an answer. */
  void remember(String name, Object answer, String path) {
    Object value = answer;
    for (String step : path.split("\\.")) {
      value =
          value instanceof List<?> list
              ? list.get(Integer.parseInt(step))
              : ((Map<?, ?>) value).get(step);
      if (value == null) {
        throw new IllegalStateException("no " + path + " in " + Json.describe(answer));
      }
    }
    set(name, value);
  }

  /** A value with everything filled in. */
  Object fill(Object value) {
    if (value instanceof String text) {
      return fill(text);
    }
    if (value instanceof List<?> list) {
      return fill(list);
    }
    if (!(value instanceof Map<?, ?> map)) {
      return value;
    }
    if (map.containsKey("$nested")) {
      return nested(((BigDecimal) map.get("$nested")).intValueExact(), fill(map.get("$of")));
    }
    Map<String, Object> members = new LinkedHashMap<>();
    map.forEach((name, member) -> members.put((String) fill((String) name), fill(member)));
    return members;
  }

  private static Object nested(int levels, Object innermost) {
    Object value = innermost;
    for (int i = 0; i < levels; i++) {
      value = Map.of("L", List.of(value));
    }
    return value;
  }

  private List<Object> fill(List<?> list) {
    List<Object> elements = new ArrayList<>();
    for (Object element : list) {
      if (element instanceof Map<?, ?> map && map.containsKey("$repeat")) {
        int times = ((BigDecimal) map.get("$repeat")).intValueExact();
        for (int i = 1; i <= times; i++) {
          set("i", Integer.toString(i));
          elements.add(fill(map.get("$of")));
        }
      } else {
        elements.add(fill(element));
      }
    }
    return elements;
  }

  private Object fill(String text) {
    Matcher matcher = VARIABLE.matcher(text);
    if (text.equals(ANY) || !matcher.find()) {
      return text;
    }
    if (matcher.end() - matcher.start() == text.length()) {
      return resolve(matcher.group(1));
    }
    return matcher.replaceAll(match -> Matcher.quoteReplacement((String) resolve(match.group(1))));
  }

  private Object resolve(String expression) {
    Matcher repetition = REPETITION.matcher(expression);
    if (repetition.matches()) {
      return repetition.group(1).repeat(Integer.parseInt(repetition.group(2)));
    }
    Object value = variables.get(expression);
    if (value == null) {
      throw new IllegalStateException("no earlier step remembers " + expression);
    }
    return value;
  }
}
