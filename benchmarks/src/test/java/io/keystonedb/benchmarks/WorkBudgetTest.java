package io.keystonedb.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds what calls cost to the bounds in {@code work-budget.txt}. It counts work, which is the same
 * on every machine, where a test of time would fail by chance: classes of a fresh JVM that makes
 * the {@link FirstCalls}, and what a warm call allocates and asks of the store.
 */
@EnabledForJreRange(min = JRE.JAVA_17, max = JRE.JAVA_17) // Other JDKs load other classes.
class WorkBudgetTest {
  private static final Path BUDGET = Path.of("work-budget.txt");

  @Test
  void callsStayWithinTheBudget(@TempDir Path directory) throws IOException {
    Map<String, Long> measured = new LinkedHashMap<>(classes(directory.resolve("classes.log")));
    measured.putAll(calls(List.of("-Xint"), "bytes"));
    measured.putAll(calls(StoreCounters.jvmFlags(), "store"));

    Map<String, Long> bounds = bounds();
    assertThat(bounds.keySet()).as("rows of %s", BUDGET).isEqualTo(measured.keySet());
    List<String> wrong = new ArrayList<>();
    measured.forEach(
        (row, figure) -> {
          long bound = bounds.get(row);
          if (figure > bound) {
            wrong.add(
                "%s is %d, more than %d: make it less, or raise the bound and write why behind it"
                    .formatted(row, figure, bound));
          } else if (figure < bound - Math.max(2, bound / 5)) {
            wrong.add(
                "%s is %d, much less than %d: lower the bound, so that it stays so"
                    .formatted(row, figure, bound));
          }
        });
    assertThat(wrong).as("%s is not what was measured: %s", BUDGET, measured).isEmpty();
  }

  /** Rows are {@code name = bound}, and a reason behind {@code #} where a bound was raised. */
  private static Map<String, Long> bounds() throws IOException {
    return rows(
        Files.readAllLines(BUDGET).stream()
            .map(line -> line.replaceFirst("#.*", "").strip())
            .filter(line -> !line.isEmpty()));
  }

  private static Map<String, Long> rows(Stream<String> lines) {
    return lines
        .map(line -> line.split(" = "))
        .collect(
            Collectors.toMap(
                row -> row[0], row -> Long.parseLong(row[1]), Long::sum, LinkedHashMap::new));
  }

  private static Map<String, Long> calls(List<String> flags, String counted) {
    return rows(FreshJvm.run(flags, CallWork.class, counted).stream());
  }

  private static Map<String, Long> classes(Path log) throws IOException {
    FreshJvm.run(
        List.of("-Xlog:class+load:file=" + log + "::filecount=0"), ColdStart.class, "KEYSTONE");
    List<String> names =
        Files.readAllLines(log).stream()
            .filter(line -> line.contains(" source: "))
            .map(line -> line.replaceFirst("^(\\[[^]]*])+ ", "").replaceFirst(" .*", ""))
            .toList();
    Map<String, Long> rows = new LinkedHashMap<>();
    rows.put("first calls, classes", (long) names.size());
    rows.put("first calls, hidden classes", count(names.stream().filter(WorkBudgetTest::isHidden)));
    rows.put(
        "first calls, classes of KeystoneDB",
        count(
            names.stream()
                .filter(name -> name.startsWith("io.keystonedb."))
                .filter(name -> !name.startsWith("io.keystonedb.benchmarks."))
                .filter(name -> !isHidden(name))));
    return rows;
  }

  /** Classes that the JDK makes at run time, for lambdas most of all. */
  private static boolean isHidden(String name) {
    return name.contains("/0x");
  }

  private static long count(Stream<String> names) {
    return names.count();
  }
}
