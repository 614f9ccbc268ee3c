package io.keystonedb.internal.shape;

import io.keystonedb.Value;
import io.keystonedb.internal.shape.MalformedValue.Kind;
import io.keystonedb.internal.value.ValueOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is said of a set with an element twice. The older layer of validation shows the elements as
 * they were sent; the current one has put those before the first repeat in order by then, and
 * quotes all.
 */
final class RepeatedElements {
  private static final String INVALID = "One or more parameter values were invalid: ";
  private static final String DUPLICATES = "contains duplicates";

  private RepeatedElements() {}

  static MalformedException ofStrings(List<String> elements) {
    List<String> shown = new ArrayList<>();
    inOrder(elements, ValueOrder::compareUtf8).forEach(element -> shown.add(quoted(element)));
    return malformed(
        INVALID + "Input collection [" + String.join(", ", shown) + "] " + DUPLICATES + ".",
        INVALID + "Input collection [" + String.join(", ", elements) + "] " + DUPLICATES + ".");
  }

  static MalformedException ofBinaries(List<Value.B> elements) {
    List<String> shown = new ArrayList<>();
    inOrder(elements, Comparator.naturalOrder())
        .forEach(element -> shown.add(quoted(base64(element))));
    List<String> sent = elements.stream().map(RepeatedElements::base64).toList();
    return malformed(binaries(String.join(",", shown)), binaries(String.join(", ", sent)));
  }

  private static String binaries(String elements) {
    return INVALID + "Input collection [" + elements + "]of type BS " + DUPLICATES + ".";
  }

  static MalformedException ofNumbers() {
    String text = "Input collection " + DUPLICATES;
    return malformed(INVALID + text + ".", text);
  }

  private static MalformedException malformed(String text, String olderText) {
    return new MalformedException(Kind.DUPLICATES, text, olderText);
  }

  private static String quoted(String element) {
    return '"' + element + '"';
  }

  private static String base64(Value.B element) {
    return Base64.getEncoder().encodeToString(element.toByteArray());
  }

  /** The elements before the first repeat in order, then the others as they are. */
  private static <T> List<T> inOrder(List<T> elements, Comparator<? super T> order) {
    Set<T> seen = new HashSet<>();
    int repeat = 0;
    while (repeat < elements.size() && seen.add(elements.get(repeat))) {
      repeat++;
    }
    List<T> ordered = new ArrayList<>(elements.subList(0, repeat));
    ordered.sort(order);
    ordered.addAll(elements.subList(repeat, elements.size()));
    return ordered;
  }
}
