package io.keystonedb.conformance.random;

import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.conformance.random.KnownDifference.Witness;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every known difference is still there: its witnesses lead to outcomes that differ, and that it
 * explains. A rule whose witness fails here is to be deleted.
 */
@Tag("second-opinion")
class KnownDifferencesTest {
  @Test
  void everyRuleAppliesToItsWitnesses() {
    List<String> stale = new ArrayList<>();
    Map<String, Integer> verdicts = new TreeMap<>();
    try (Databases databases = Databases.startWithTables()) {
      Pair items = new Pair(databases);
      TablePair tables = new TablePair(databases);
      KnownDifferences known = KnownDifferences.all();
      for (KnownDifference rule : known.rules()) {
        verdicts.merge(rule.verdict().toString().toLowerCase(Locale.ROOT), 1, Integer::sum);
        for (Witness witness : rule.witnesses()) {
          items.clear();
          tables.deleteTables();
          witness.setup().forEach(request -> run(request, items, tables));
          Difference difference = run(witness.request(), items, tables);
          if (difference.isEmpty()) {
            stale.add(rule.name() + ": no difference any more, delete the rule\n" + difference);
          } else if (!known.explain(difference).contains(rule)) {
            stale.add(rule.name() + ": does not explain its witness, delete it\n" + difference);
          }
        }
      }
    }
    System.out.println("Known differences: " + verdicts);

    assertThat(stale).isEmpty();
  }

  private static Difference run(Request request, Pair items, TablePair tables) {
    return request.isAboutTables() ? tables.run(request) : items.run(request);
  }
}
