package io.keystonedb.junit5;

import io.keystonedb.migration.Discrepancy;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What the failure of a test says about discrepancies. Stateless. */
final class DualWriteMessage {
  private DualWriteMessage() {}

  static String of(
      List<Discrepancy> found, DualWriteSettings settings, Path page, ExtensionContext context) {
    // What follows from something earlier explains nothing by itself.
    List<Discrepancy> firstCausesFirst =
        Stream.concat(
                found.stream().filter(each -> !each.isFollowUp()),
                found.stream().filter(Discrepancy::isFollowUp))
            .toList();
    StringBuilder text = new StringBuilder();
    text.append(context.getRequiredTestClass().getName()).append('.');
    text.append(context.getRequiredTestMethod().getName());
    text.append(": KeystoneDB (primary) and ").append(settings.reference().text());
    text.append(" (shadow) differ, ");
    text.append(found.size() == 1 ? "1 discrepancy" : found.size() + " discrepancies");
    text.append(":\n");
    for (int i = 0; i < Math.min(settings.show(), firstCausesFirst.size()); i++) {
      text.append(i + 1).append(". ").append(firstCausesFirst.get(i)).append('\n');
    }
    if (found.size() > settings.show()) {
      text.append("and ").append(found.size() - settings.show()).append(" more.\n");
    }
    text.append("All are in ").append(page.toAbsolutePath()).append(" when the class has ended. ");
    Discrepancy first = firstCausesFirst.get(0);
    text.append("To accept the first: @ExpectDiscrepancy(kind = ").append(first.kind());
    text.append(", operation = \"").append(first.operation()).append('"');
    if (first.table() != null) {
      text.append(", table = \"").append(first.table()).append('"');
    }
    return text.append(", because = \"...\")").toString();
  }
}
