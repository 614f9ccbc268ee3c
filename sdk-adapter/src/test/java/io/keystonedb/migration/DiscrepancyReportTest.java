package io.keystonedb.migration;

import static io.keystonedb.migration.Sides.USERS;
import static io.keystonedb.migration.Sides.n;
import static io.keystonedb.migration.Sides.put;
import static io.keystonedb.migration.Sides.s;
import static io.keystonedb.migration.Sides.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.KeystoneClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiscrepancyReportTest {
  private final KeystoneClock clock =
      KeystoneClock.of(InstantSource.fixed(Instant.parse("2026-11-25T09:00:00Z")));
  private final Sides sides = Sides.of(builder -> builder.mode(Mode.SEQUENTIAL).clock(clock));

  private DiscrepancyReport report() {
    put(sides.primary, user("alice", "Alice <the first>", 30));
    put(sides.shadow, user("alice", "Alice", 30));
    Sides.get(sides.client, "alice");
    clock.advance(Duration.ofMinutes(5));
    put(sides.primary, user("bob", "Bob", 40));
    Sides.get(sides.client, "bob");
    sides.client.updateItem(
        update ->
            update
                .tableName(USERS)
                .key(Sides.key("bob"))
                .updateExpression("ADD age :one")
                .expressionAttributeValues(Map.of(":one", n(1)))
                .returnValues("ALL_NEW"));
    return sides.dualWrite().report("Users against the new store");
  }

  @Test
  void aLineOfJsonPerDiscrepancy() {
    assertThat(report().toJsonLines().lines().toList().get(0))
        .isEqualTo(
            "{\"id\":1,\"kind\":\"ITEM_DIFFERS\",\"operation\":\"GetItem\",\"table\":\"users\","
                + "\"key\":{\"id\":{\"S\":\"alice\"}},"
                + "\"primary\":\"{\\\"age\\\":{\\\"N\\\":\\\"30\\\"},\\\"id\\\":{\\\"S\\\":\\\"alice\\\"},"
                + "\\\"name\\\":{\\\"S\\\":\\\"Alice <the first>\\\"}}\","
                + "\"shadow\":\"{\\\"age\\\":{\\\"N\\\":\\\"30\\\"},\\\"id\\\":{\\\"S\\\":\\\"alice\\\"},"
                + "\\\"name\\\":{\\\"S\\\":\\\"Alice\\\"}}\","
                + "\"differences\":[{\"path\":\"name\",\"kind\":\"TRUNCATED\","
                + "\"primary\":{\"S\":\"Alice <the first>\"},\"shadow\":{\"S\":\"Alice\"}}],"
                + "\"context\":{},\"firstSeen\":\"2026-11-25T09:00:00Z\","
                + "\"lastSeen\":\"2026-11-25T09:00:00Z\",\"count\":1}");
    assertThat(report().toJsonLines()).contains("\"followsFrom\":2");
  }

  @Test
  void thePageSaysWhatMattersFirstAndNeedsNothingElse(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("reports/users.html");
    report().writeHtml(file);
    String html = Files.readString(file);

    assertThat(html)
        .contains("<h1>Users against the new store</h1>")
        .contains("2 first causes, 1 follow-up")
        .contains("Alice &lt;the first&gt;")
        .contains("item missing", "<svg")
        .doesNotContain("Alice <the first>", "src=", "http");
  }

  @Test
  void thePageOfEqualSidesSaysSo() {
    put(sides.client, user("alice", "Alice", 30));

    ComparisonResult result = sides.dualWrite().comparison().run();

    assertThat(DiscrepancyReport.of("Users", clock.instant(), result).toHtml())
        .contains("Both sides are equal")
        .contains("<b>1</b><span>items at the primary</span>")
        .doesNotContain("<svg");
  }

  @Test
  void whatIsExpectedComesLastAndDoesNotCount() {
    DiscrepancyReport report = report();
    DiscrepancyReport allExpected = expecting(report, report.discrepancies().size());
    DiscrepancyReport someExpected = expecting(report, 1);

    assertThat(allExpected.toHtml()).contains("Both sides are equal but for what is expected");
    assertThat(allExpected.toJsonLines()).contains("\"expected\":\"known\"");
    assertThat(someExpected.toHtml())
        .contains(
            "1 first cause, 1 follow-up, 1 expected", "<p class=\"muted\">expected: known</p>")
        .containsSubsequence("<details id=\"d2\"", "<details id=\"d1\" class=\"first expected\"");
  }

  /** A report in which the first discrepancies are expected. */
  private static DiscrepancyReport expecting(DiscrepancyReport report, int first) {
    List<Discrepancy> all = new ArrayList<>();
    for (Discrepancy each : report.discrepancies()) {
      all.add(
          new Discrepancy(
              each.id(),
              each.kind(),
              each.operation(),
              each.table(),
              each.index(),
              each.key(),
              each.primary(),
              each.shadow(),
              each.differences(),
              each.context(),
              each.firstSeen(),
              each.lastSeen(),
              each.count(),
              each.cause(),
              all.size() < first ? "known" : null));
    }
    return new DiscrepancyReport(
        report.title(), report.made(), report.figures(), report.counts(), all);
  }

  @Test
  void aTitleMayContainWhatTheTemplateLooksLike() {
    DiscrepancyReport report = report();
    DiscrepancyReport titled =
        new DiscrepancyReport(
            "{{body}} and {{title}}",
            report.made(),
            report.figures(),
            report.counts(),
            report.discrepancies());

    assertThat(titled.toHtml())
        .contains("<title>{{body}} and {{title}}</title>", "<h1>{{body}} and {{title}}</h1>")
        .containsOnlyOnce("<header>")
        .hasSize(
            report.toHtml().length()
                + 2 * ("{{body}} and {{title}}".length() - report.title().length()));
  }

  @Test
  void linesCanBeWrittenToAFile(@TempDir Path directory) throws Exception {
    DiscrepancyReport report = report();
    report.writeJsonLines(directory.resolve("users.jsonl"));

    assertThat(Files.readString(directory.resolve("users.jsonl"))).isEqualTo(report.toJsonLines());
  }

  @Test
  void whatWasNotKeptIsCounted() {
    Sides few = Sides.of(builder -> builder.mode(Mode.SEQUENTIAL).keep(2));
    for (int i = 0; i < 5; i++) {
      put(few.primary, Map.of("id", s("u" + i)));
      Sides.get(few.client, "u" + i);
    }

    assertThat(few.dualWrite().discrepancies()).hasSize(2);
    assertThat(few.dualWrite().counts().byKind()).containsEntry(DiscrepancyKind.ITEM_MISSING, 5L);
    assertThat(few.dualWrite().report("Few").toHtml()).contains("3 more were counted but not kept");
  }
}
