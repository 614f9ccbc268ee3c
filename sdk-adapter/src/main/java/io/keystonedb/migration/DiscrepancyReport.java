package io.keystonedb.migration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was found, to be kept and shown: as JSON lines, or as one HTML page that needs nothing else.
 * Immutable.
 *
 * @param title what was compared
 * @param made when
 * @param figures counts worth showing, by what they count, in order
 * @param counts discrepancies by kind, also those that were not kept
 * @param discrepancies those that were kept
 */
public record DiscrepancyReport(
    String title,
    Instant made,
    Map<String, Long> figures,
    Map<DiscrepancyKind, Long> counts,
    List<Discrepancy> discrepancies) {

  /** Copies what could change. */
  public DiscrepancyReport {
    figures = new LinkedHashMap<>(figures);
    counts = Map.copyOf(counts);
    discrepancies = List.copyOf(discrepancies);
  }

  /** The report of a comparison of tables. */
  public static DiscrepancyReport of(String title, Instant made, ComparisonResult result) {
    Map<String, Long> figures = new LinkedHashMap<>();
    long one = 0;
    long other = 0;
    for (ComparisonResult.Scan scan : result.scans()) {
      one += scan.primaryItems();
      other += scan.shadowItems();
    }
    figures.put("tables and indexes", (long) result.scans().size());
    figures.put("items at the primary", one);
    figures.put("items at the shadow", other);
    return new DiscrepancyReport(title, made, figures, result.counts(), result.discrepancies());
  }

  /** All discrepancies, also those that were not kept. */
  public long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** One JSON object per discrepancy and line. */
  public String toJsonLines() {
    StringBuilder lines = new StringBuilder();
    discrepancies.forEach(each -> lines.append(DiscrepancyJson.line(each)).append('\n'));
    return lines.toString();
  }

  /** A page that works offline, by itself. */
  public String toHtml() {
    return HtmlReport.of(this);
  }

  /** Writes {@link #toJsonLines} to a file; its directory comes into being. */
  public void writeJsonLines(Path file) {
    write(file, toJsonLines());
  }

  /** Writes {@link #toHtml} to a file; its directory comes into being. */
  public void writeHtml(Path file) {
    write(file, toHtml());
  }

  private static void write(Path file, String text) {
    try {
      Path directory = file.toAbsolutePath().getParent();
      if (directory != null) {
        Files.createDirectories(directory);
      }
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the report to " + file, e);
    }
  }
}
