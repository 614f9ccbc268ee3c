package io.keystonedb.junit5;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs sample classes in a JUnit of their own and looks at how that went. */
final class Engine {
  /** Where pages of classes that write to two sides are written. */
  static final Path PAGES = Path.of("dual-write-pages");

  private Engine() {}

  static EngineExecutionResults run(Class<?>... classes) {
    return builder(classes).execute();
  }

  static EngineExecutionResults runParallel(Class<?>... classes) {
    return builder(classes)
        .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
        .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
        .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
        .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "8")
        .execute();
  }

  private static EngineTestKit.Builder builder(Class<?>... classes) {
    EngineTestKit.Builder builder =
        EngineTestKit.engine("junit-jupiter")
            .configurationParameter("keystonedb.dual-write.directory", PAGES.toString());
    for (Class<?> each : classes) {
      builder.selectors(selectClass(each));
    }
    return builder;
  }

  static EngineExecutionResults runWith(String parameter, String value, Class<?>... classes) {
    return builder(classes).configurationParameter(parameter, value).execute();
  }

  /** Runs classes whose tests must all pass. */
  static void passes(int tests, Class<?>... classes) {
    check(tests, run(classes));
  }

  static void check(int tests, EngineExecutionResults results) {
    if (!failures(results).isEmpty()) {
      throw new AssertionError(failures(results), firstFailure(results));
    }
    results.testEvents().assertStatistics(s -> s.started(tests).succeeded(tests));
  }

  private static Throwable firstFailure(EngineExecutionResults results) {
    return throwables(results).get(0);
  }

  /** The messages of everything that failed, classes too. */
  static String failures(EngineExecutionResults results) {
    return throwables(results).stream().map(Throwable::toString).collect(Collectors.joining("\n"));
  }

  private static List<Throwable> throwables(EngineExecutionResults results) {
    return results
        .allEvents()
        .finished()
        .map(event -> event.getRequiredPayload(TestExecutionResult.class))
        .flatMap(result -> result.getThrowable().stream())
        .toList();
  }
}
