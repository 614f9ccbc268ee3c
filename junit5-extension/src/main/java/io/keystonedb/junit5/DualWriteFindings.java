package io.keystonedb.junit5;

import io.keystonedb.migration.ComparisonResult;
import io.keystonedb.migration.Discrepancy;
import io.keystonedb.migration.DualWriteCounts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was found in one test or several: discrepancies, numbered anew in the order they are added,
 * and counts by what they count. Not thread-safe.
 */
final class DualWriteFindings {
  private final List<Discrepancy> discrepancies = new ArrayList<>();
  private final Map<String, Long> counts = new LinkedHashMap<>();

  List<Discrepancy> discrepancies() {
    return List.copyOf(discrepancies);
  }

  Map<String, Long> counts() {
    return counts;
  }

  void count(String what, long number) {
    counts.merge(what, number, Long::sum);
  }

  /** Adds what a client found. */
  void add(io.keystonedb.migration.DualWrite dualWrite) {
    DualWriteCounts seen = dualWrite.counts();
    count("requests", seen.requests());
    count("answers compared", seen.compared());
    count("not comparable", seen.notComparable() + seen.raced());
    addAll(dualWrite.discrepancies(), Map.of(), Map.of());
  }

  /** Adds what a comparison of tables found; it may follow from what clients found. */
  void add(ComparisonResult result) {
    count("tables and indexes", result.scans().size());
    count(
        "items compared",
        result.scans().stream().mapToLong(ComparisonResult.Scan::primaryItems).sum());
    List<Discrepancy> earlier = discrepancies();
    for (Discrepancy each : result.discrepancies()) {
      add(each, cause(each, earlier), Map.of(), null);
    }
  }

  private static OptionalLong cause(Discrepancy discrepancy, List<Discrepancy> earlier) {
    if (discrepancy.key().isEmpty() || discrepancy.table() == null) {
      return OptionalLong.empty();
    }
    return earlier.stream()
        .filter(each -> discrepancy.table().equals(each.table()))
        .filter(each -> discrepancy.key().equals(each.key()))
        .mapToLong(each -> each.cause().orElse(each.id()))
        .findFirst();
  }

  /**
   * Adds discrepancies that were numbered among themselves.
   *
   * @param context what else is known of all of them
   * @param expected why some are expected, by their number
   */
  void addAll(List<Discrepancy> more, Map<String, String> context, Map<Long, String> expected) {
    Map<Long, Long> ids = new HashMap<>();
    for (Discrepancy each : more) {
      Long cause = each.cause().isPresent() ? ids.get(each.cause().getAsLong()) : null;
      ids.put(each.id(), add(each, optional(cause), context, expected.get(each.id())));
    }
  }

  private static OptionalLong optional(@Nullable Long id) {
    return id == null ? OptionalLong.empty() : OptionalLong.of(id);
  }

  private long add(
      Discrepancy each, OptionalLong cause, Map<String, String> more, @Nullable String expected) {
    long id = discrepancies.size() + 1L;
    Map<String, String> context = new TreeMap<>(each.context());
    context.putAll(more);
    discrepancies.add(
        new Discrepancy(
            id,
            each.kind(),
            each.operation(),
            each.table(),
            each.index(),
            each.key(),
            each.primary(),
            each.shadow(),
            each.differences(),
            context,
            each.firstSeen(),
            each.lastSeen(),
            each.count(),
            cause,
            expected));
    return id;
  }
}
