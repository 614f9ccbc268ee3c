package io.keystonedb.conformance.random;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts what came of the requests of one seed. */
final class Tally {
  private final KnownDifferences known;
  private final Map<KnownDifference, Integer> hits = new LinkedHashMap<>();
  private final Map<String, List<Difference>> unexplained = new TreeMap<>();
  private int requests;
  private int answers;
  private int excused;
  private int copies;

  Tally(KnownDifferences known) {
    this.known = known;
  }

  /** Counts a request. */
  void add(Difference difference) {
    requests++;
    answers += difference.ours().isAnswer() ? 1 : 0;
    if (difference.isEmpty()) {
      return;
    }
    Set<KnownDifference> rules = known.explain(difference);
    if (rules.isEmpty()) {
      unexplained.computeIfAbsent(kind(difference), kind -> new ArrayList<>()).add(difference);
    } else {
      excused++;
      rules.forEach(rule -> hits.merge(rule, 1, Integer::sum));
    }
  }

  void addCopy() {
    copies++;
  }

  int excused() {
    return excused;
  }

  boolean isExplained() {
    return unexplained.isEmpty();
  }

  /** What is the same for many differences: the texts without what stems from the request. */
  private static String kind(Difference difference) {
    String kind =
        difference.request().operation()
            + shape(difference.ours())
            + " / "
            + shape(difference.theirs());
    return difference.ours().isAnswer() && difference.theirs().isAnswer()
        ? kind + difference.places().get(0).path().replaceAll("[0-9]+|\\{.*?}", "*")
        : kind;
  }

  private static String shape(Outcome outcome) {
    return outcome.isAnswer()
        ? " answer "
        : outcome.summary().replaceAll("[0-9:#\"\\[\\]{}'].*", "");
  }

  /** The numbers, and one of each kind of unexplained differences. */
  String report() {
    StringBuilder report =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "excused %,d of %,d requests (%.2f %%), %,d of them after a copy of items;"
                    + " %,d were answered%n",
                excused,
                requests,
                100.0 * excused / requests,
                copies,
                answers));
    hits.entrySet().stream()
        .sorted(Map.Entry.<KnownDifference, Integer>comparingByValue().reversed())
        .forEach(
            hit ->
                report.append(
                    "%6d %s (%s)%n"
                        .formatted(
                            hit.getValue(),
                            hit.getKey().name(),
                            hit.getKey().verdict().toString().toLowerCase(Locale.ROOT))));
    unexplained.values().stream()
        .sorted((a, b) -> b.size() - a.size())
        .forEach(
            examples ->
                report.append(
                    "%nunexplained, %d times: %s%n".formatted(examples.size(), examples.get(0))));
    return report.toString();
  }
}
