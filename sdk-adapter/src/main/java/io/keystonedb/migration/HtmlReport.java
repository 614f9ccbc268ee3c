package io.keystonedb.migration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The page of a report. Not thread-safe. */
final class HtmlReport {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(title|body)}}");

  private final DiscrepancyReport report;
  private final StringBuilder html = new StringBuilder();

  private HtmlReport(DiscrepancyReport report) {
    this.report = report;
  }

  static String of(DiscrepancyReport report) {
    HtmlReport page = new HtmlReport(report);
    page.write();
    // In one pass: what is put in may look like a placeholder itself.
    return PLACEHOLDER
        .matcher(template())
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    found.group(1).equals("title")
                        ? escape(report.title())
                        : page.html.toString()));
  }

  private static String template() {
    try (InputStream in = HtmlReport.class.getResourceAsStream("report.html")) {
      return new String(
          Objects.requireNonNull(in, "report.html").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write() {
    header();
    figures();
    if (report.total() > 0) {
      kinds();
      timeline();
      tables();
      discrepancies();
    }
  }

  private void header() {
    html.append("<header><h1>").append(escape(report.title())).append("</h1>");
    verdict();
    html.append("<p class=\"muted\">").append(TIME.format(report.made())).append("</p></header>");
  }

  private void verdict() {
    long expected = count(Discrepancy::isExpected);
    long followUps = count(each -> !each.isExpected() && each.isFollowUp());
    long first = report.discrepancies().size() - expected - followUps;
    List<String> found = new ArrayList<>();
    if (first > 0) {
      found.add(counted(first, "first cause", "first causes"));
    }
    if (followUps > 0) {
      found.add(counted(followUps, "follow-up", "follow-ups"));
    }
    boolean good = found.isEmpty();
    if (good) {
      found.add(
          expected == 0 ? "Both sides are equal" : "Both sides are equal but for what is expected");
    } else if (expected > 0) {
      found.add("%,d expected".formatted(expected));
    }
    html.append("<p class=\"verdict ").append(good ? "good" : "bad").append("\">");
    html.append(String.join(", ", found)).append("</p>");
  }

  private long count(Predicate<Discrepancy> which) {
    return report.discrepancies().stream().filter(which).count();
  }

  private static String counted(long number, String one, String several) {
    return "%,d %s".formatted(number, number == 1 ? one : several);
  }

  private void figures() {
    html.append("<section class=\"figures\">");
    report
        .figures()
        .forEach(
            (name, number) ->
                html.append(
                    "<div><b>%,d</b><span>%s</span></div>".formatted(number, escape(name))));
    html.append("</section>");
  }

  private void kinds() {
    html.append("<section><h2>Kinds</h2><table class=\"bars\">");
    long most = report.counts().values().stream().mapToLong(Long::longValue).max().orElse(1);
    new TreeMap<>(report.counts())
        .entrySet().stream()
            .sorted(Map.Entry.<DiscrepancyKind, Long>comparingByValue().reversed())
            .forEach(entry -> bar(entry.getKey().text(), entry.getValue(), most));
    html.append("</table></section>");
  }

  private void bar(String name, long number, long most) {
    html.append("<tr><td>").append(escape(name)).append("</td><td class=\"number\">");
    html.append("%,d".formatted(number)).append("</td><td class=\"wide\"><i style=\"width:");
    html.append(Math.max(1, 100 * number / most)).append("%\"></i></td></tr>");
  }

  private void timeline() {
    Timeline timeline = Timeline.of(report.discrepancies());
    html.append("<section><h2>When they were first seen</h2>");
    html.append(
        "<svg class=\"timeline\" viewBox=\"0 0 600 90\" preserveAspectRatio=\"none\" role=\"img\">");
    int width = 600 / Timeline.SLOTS;
    for (int i = 0; i < Timeline.SLOTS; i++) {
      int height = timeline.height(i, 80);
      if (height > 0) {
        html.append(
            "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"2\"><title>%d</title></rect>"
                .formatted(i * width + 1, 84 - height, width - 2, height, timeline.count(i)));
      }
    }
    html.append(
        "<line x1=\"0\" y1=\"86\" x2=\"600\" y2=\"86\"/></svg><p class=\"muted ends\"><span>");
    html.append(TIME.format(timeline.from())).append("</span><span>");
    html.append(TIME.format(timeline.to())).append("</span></p></section>");
  }

  private void tables() {
    Map<String, Long> byTable = new TreeMap<>();
    report.discrepancies().forEach(each -> byTable.merge(place(each), each.count(), Long::sum));
    html.append("<section><h2>Where</h2><table class=\"bars\">");
    long most = byTable.values().stream().mapToLong(Long::longValue).max().orElse(1);
    byTable.forEach((place, number) -> bar(place, number, most));
    html.append("</table></section>");
  }

  private static String place(Discrepancy discrepancy) {
    if (discrepancy.table() == null) {
      return "several tables";
    }
    return discrepancy.table()
        + (discrepancy.index() == null ? "" : ", index " + discrepancy.index());
  }

  private void discrepancies() {
    html.append("<section><h2>Discrepancies</h2>");
    html.append("<p><input id=\"filter\" type=\"search\" placeholder=\"Filter by any text\">");
    html.append(" <label><input id=\"causes\" type=\"checkbox\"> first causes only</label></p>");
    List<Discrepancy> sorted = new ArrayList<>(report.discrepancies());
    sorted.sort(
        Comparator.comparing(Discrepancy::isExpected).thenComparing(Discrepancy::isFollowUp));
    boolean open = true;
    for (Discrepancy discrepancy : sorted) {
      discrepancy(discrepancy, open);
      open = false;
    }
    long notShown = report.total() - sorted.stream().mapToLong(Discrepancy::count).sum();
    if (notShown > 0) {
      html.append("<p class=\"muted\">%,d more were counted but not kept.</p>".formatted(notShown));
    }
    html.append("</section>");
  }

  private void discrepancy(Discrepancy each, boolean open) {
    html.append("<details id=\"d").append(each.id());
    html.append("\" class=\"").append(each.isFollowUp() ? "follow-up" : "first");
    html.append(each.isExpected() ? " expected\"" : "\"").append(open ? " open" : "");
    html.append("><summary><span class=\"tag\">").append(escape(each.kind().text()));
    html.append("</span> <span class=\"what\">").append(escape(each.operation()));
    html.append(" <code>").append(escape(place(each))).append("</code>");
    if (!each.key().isEmpty()) {
      html.append(" <code>").append(escape(ValueText.shortened(ValueJson.item(each.key()))));
      html.append("</code>");
    }
    html.append("</span>");
    if (each.count() > 1) {
      html.append(" <span class=\"count\">×").append(each.count()).append("</span>");
    }
    html.append("</summary>");
    sides(each);
    context(each);
    html.append("</details>");
  }

  private void sides(Discrepancy each) {
    html.append(
        "<table class=\"diff\"><tr><th>Where</th><th>How</th><th>Primary</th><th>Shadow</th></tr>");
    if (each.differences().isEmpty()) {
      row("", each.kind().text(), each.primary(), each.shadow());
    }
    for (Difference difference : each.differences()) {
      row(
          difference.path(),
          difference.kind().text(),
          show(difference.primary()),
          show(difference.shadow()));
    }
    html.append("</table>");
  }

  private static String show(@Nullable AttributeValue value) {
    return value == null ? "–" : ValueJson.value(value);
  }

  private void row(String path, String how, String primary, String shadow) {
    html.append("<tr><td><code>").append(escape(path)).append("</code></td><td>");
    html.append(escape(how)).append("</td><td><code class=\"primary\">");
    html.append(escape(ValueText.shortened(primary)));
    html.append("</code></td><td><code class=\"shadow\">");
    html.append(escape(ValueText.shortened(shadow))).append("</code></td></tr>");
  }

  private void context(Discrepancy each) {
    html.append("<p class=\"muted\">first seen ").append(TIME.format(each.firstSeen()));
    if (each.count() > 1) {
      html.append(", last ").append(TIME.format(each.lastSeen()));
    }
    new TreeMap<>(each.context())
        .forEach((name, value) -> html.append(" · ").append(escape(name + ": " + value)));
    each.cause()
        .ifPresent(
            id ->
                html.append(
                    " · follows from <a href=\"#d%d\">discrepancy %d</a>".formatted(id, id)));
    html.append("</p>");
    if (each.expected() != null) {
      html.append("<p class=\"muted\">expected: ").append(escape(each.expected())).append("</p>");
    }
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
