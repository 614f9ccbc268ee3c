package io.keystonedb.conformance.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What was observed on the service, or stands on a page of its documentation, through every entry
 * point. {@code -Dgolden=TEXT} runs only the cases whose {@code file.json / name} contains a text.
 */
class GoldenCasesTest {
  private static final String WANTED = System.getProperty("golden", "");

  private final List<CaseFile> files = CaseFile.readAll();
  private final ExpectedFailures expectedFailures = ExpectedFailures.read();

  @AfterAll
  static void closeServer() {
    SocketSession.closeServer();
  }

  @TestFactory
  Stream<DynamicNode> answersAsTheService() {
    return files.stream()
        .map(
            file ->
                dynamicContainer(
                    file.name(),
                    file.cases().stream()
                        .filter(each -> each.id().contains(WANTED))
                        .map(this::node)));
  }

  private DynamicNode node(GoldenCase golden) {
    return dynamicContainer(
        golden.name(),
        golden.through().stream()
            .map(
                entryPoint -> dynamicTest(entryPoint.toString(), () -> check(golden, entryPoint))));
  }

  private void check(GoldenCase golden, EntryPoint entryPoint) {
    String where = "%s [%s]%nsource: %s%n".formatted(golden.id(), entryPoint, golden.source());
    boolean expectedToFail = expectedFailures.lists(golden, entryPoint);
    try {
      golden.run(entryPoint::open);
    } catch (AssertionError e) {
      if (expectedToFail) {
        return;
      }
      throw new AssertionError(where + e.getMessage());
    } catch (RuntimeException e) {
      throw new IllegalStateException(where + e.getMessage(), e);
    }
    if (expectedToFail) {
      throw new AssertionError(
          where + "It passes now: delete its line in " + ExpectedFailures.FILE + ".");
    }
  }

  @Test
  void everyExpectedFailureNamesACase() {
    Set<String> unknown = new LinkedHashSet<>(expectedFailures.entryPoints().keySet());
    files.forEach(file -> file.cases().forEach(golden -> unknown.remove(golden.id())));

    assertThat(unknown).as("lines in %s that name no case", ExpectedFailures.FILE).isEmpty();
  }
}
