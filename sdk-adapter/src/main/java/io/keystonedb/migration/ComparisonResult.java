package io.keystonedb.migration;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison of tables found. Immutable.
 *
 * @param scans the tables and indexes it went through
 * @param discrepancies those that were kept
 * @param counts all, by their kind
 */
public record ComparisonResult(
    List<Scan> scans, List<Discrepancy> discrepancies, Map<DiscrepancyKind, Long> counts) {

  /** Copies what could change. */
  public ComparisonResult {
    scans = List.copyOf(scans);
    discrepancies = List.copyOf(discrepancies);
    counts = Map.copyOf(counts);
  }

  /**
   * A table or index that was compared.
   *
   * @param index null for the table itself
   * @param primaryItems how many items the primary has
   * @param shadowItems how many the shadow has
   * @param comparedOneByOne how many items, of both, had to be read again
   */
  public record Scan(
      String table,
      @Nullable String index,
      long primaryItems,
      long shadowItems,
      long comparedOneByOne) {}

  /** Whether nothing differs. */
  public boolean isEqual() {
    return counts.isEmpty();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Scan scan : scans) {
      text.append(scan.table()).append(scan.index() == null ? "" : ", index " + scan.index());
      text.append(": ").append(scan.primaryItems()).append(" items at the primary, ");
      text.append(scan.shadowItems()).append(" at the shadow\n");
    }
    text.append(isEqual() ? "equal" : counts.toString());
    discrepancies.forEach(each -> text.append('\n').append(each));
    return text.toString();
  }
}
