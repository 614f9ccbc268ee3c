package io.keystonedb.conformance.random;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All known differences, and the search for those that explain a difference. */
final class KnownDifferences {
  /** Places that the templates for errors are about. */
  private static final Set<String> OF_ERRORS = Set.of("(error)", "(message)");

  private final List<KnownDifference> rules;

  KnownDifferences(List<KnownDifference> rules) {
    this.rules = rules;
  }

  /** Those for requests about items and about tables. */
  static KnownDifferences all() {
    List<KnownDifference> all = new ArrayList<>();
    for (String file : List.of("errors.rules", "answers.rules", "tables.rules", "order.rules")) {
      all.addAll(RuleFile.read(file));
    }
    return new KnownDifferences(all);
  }

  List<KnownDifference> rules() {
    return rules;
  }

  /**
   * The rules that together explain a difference: one for the errors, and one for each place beside
   * them. Empty if anything is left unexplained.
   */
  Set<KnownDifference> explain(Difference difference) {
    Set<KnownDifference> used = new LinkedHashSet<>();
    List<KnownDifference> about =
        rules.stream().filter(rule -> rule.isAbout(difference.request())).toList();
    boolean oneFailed = difference.ours().isAnswer() != difference.theirs().isAnswer();
    boolean errorsDiffer = !difference.ours().summary().equals(difference.theirs().summary());
    if (oneFailed || (!difference.ours().isAnswer() && errorsDiffer)) {
      Optional<KnownDifference> ofErrors =
          about.stream().filter(rule -> rule.matcher().explainsErrors(difference)).findFirst();
      if (ofErrors.isEmpty()) {
        return Set.of();
      }
      used.add(ofErrors.get());
    }
    if (!oneFailed) {
      for (Difference.Place place : difference.places()) {
        if (!isOfErrors(place, errorsDiffer)) {
          Optional<KnownDifference> ofPlace =
              about.stream()
                  .filter(rule -> rule.matcher().explainsPlace(difference, place))
                  .findFirst();
          if (ofPlace.isEmpty()) {
            return Set.of();
          }
          used.add(ofPlace.get());
        }
      }
    }
    return used;
  }

  private static boolean isOfErrors(Difference.Place place, boolean errorsDiffer) {
    return errorsDiffer
        && (OF_ERRORS.contains(place.path()) || place.path().startsWith("CancellationReasons"));
  }
}
