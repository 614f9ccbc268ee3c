package io.keystonedb.junit5;

import io.keystonedb.migration.Discrepancy;
import io.keystonedb.migration.DiscrepancyKind;
import io.keystonedb.migration.DiscrepancyReport;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** A class whose tests write to two sides, and what was found in them. Thread-safe. */
final class DualWriteClass {
  private final Class<?> testClass;
  private final DualWriteSettings settings;
  private final @Nullable DualWriteClass enclosing;
  private final List<Expectation> expectations;
  private final DualWriteFindings findings = new DualWriteFindings();
  private final Set<Method> ran = new HashSet<>();
  private long tests;
  private long different;
  private long expected;
  private boolean failed;

  DualWriteClass(
      Class<?> testClass, DualWriteSettings settings, @Nullable DualWriteClass enclosing) {
    this.testClass = testClass;
    this.settings = settings;
    this.enclosing = enclosing;
    expectations = Expectation.on(testClass, testClass, null);
  }

  DualWriteSettings settings() {
    return settings;
  }

  /** Those of the class and of its enclosing classes. */
  List<Expectation> expectations() {
    List<Expectation> all = new ArrayList<>(expectations);
    if (enclosing != null) {
      all.addAll(enclosing.expectations());
    }
    return all;
  }

  /** Where its page is written. */
  Path page() {
    return settings.directory().resolve(testClass.getName() + ".html");
  }

  /**
   * Takes note of the discrepancies of a test.
   *
   * @param because why some are expected, by their number
   */
  synchronized void note(List<Discrepancy> found, String test, Map<Long, String> because) {
    expected += because.size();
    findings.addAll(found, Map.of("test", test), because);
  }

  /** Takes note of the end of a test. */
  synchronized void ended(Method method, DualWriteFindings ofTest, boolean equal, boolean passed) {
    tests++;
    different += equal ? 0 : 1;
    ofTest.counts().forEach(findings::count);
    finished(method, equal && passed);
  }

  private synchronized void finished(Method method, boolean passed) {
    ran.add(method);
    failed |= !passed;
    if (enclosing != null) {
      enclosing.finished(method, passed);
    }
  }

  /** Reports; throws if something known did not occur though all tests ran. */
  synchronized void end(ExtensionContext context) {
    if (tests > 0) {
      DiscrepancyReport report = report();
      report.writeHtml(page());
      context.publishReportEntry(entry(report));
    }
    if (!failed && ran.containsAll(testMethods(testClass))) {
      for (Expectation each : expectations) {
        if (!each.isSeen()) {
          throw each.gone();
        }
      }
    }
  }

  private DiscrepancyReport report() {
    Map<String, Long> figures = new LinkedHashMap<>();
    figures.put("tests", tests);
    figures.put("tests with discrepancies", different);
    figures.put("expected discrepancies", expected);
    figures.putAll(findings.counts());
    Map<DiscrepancyKind, Long> kinds = new EnumMap<>(DiscrepancyKind.class);
    findings.discrepancies().forEach(each -> kinds.merge(each.kind(), each.count(), Long::sum));
    return new DiscrepancyReport(
        "%s: KeystoneDB and %s".formatted(testClass.getName(), settings.reference().text()),
        Instant.now(),
        figures,
        kinds,
        findings.discrepancies());
  }

  private Map<String, String> entry(DiscrepancyReport report) {
    Map<String, String> entry = new LinkedHashMap<>();
    entry.put("keystonedb.dual-write.class", testClass.getName());
    entry.put("keystonedb.dual-write.reference", settings.reference().text());
    report.figures().forEach((name, number) -> entry.put(key(name), number.toString()));
    report.counts().forEach((kind, number) -> entry.put(key(kind.text()), number.toString()));
    entry.put("keystonedb.dual-write.page", page().toAbsolutePath().toString());
    return entry;
  }

  private static String key(String what) {
    return "keystonedb.dual-write." + what.replace(' ', '-');
  }

  /** All tests of a class and of those nested in it. */
  private static Set<Method> testMethods(Class<?> type) {
    Set<Method> methods =
        new HashSet<>(
            ReflectionSupport.findMethods(
                type,
                method -> AnnotationSupport.isAnnotated(method, Testable.class),
                HierarchyTraversalMode.TOP_DOWN));
    for (Class<?> nested :
        ReflectionSupport.findNestedClasses(
            type, each -> AnnotationSupport.isAnnotated(each, Nested.class))) {
      methods.addAll(testMethods(nested));
    }
    return methods;
  }
}
