package io.keystonedb.conformance.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

/**
 * As {@link RandomRequestsTest}, with random requests that create, change and describe tables. A
 * table is deleted before the next one is created.
 */
@Tag("second-opinion")
class RandomTablesTest {
  @Test
  void nothingUnexplainedWithTheFixedSeed() {
    Bound.TABLES.check(run(Seeds.FIXED), Seeds.FIXED);
  }

  @Test
  void nothingUnexplainedWithTheSeedOfTheDay() {
    long seed = Seeds.ofTheDay();
    Tally tally = run(seed);

    assertThat(tally.isExplained()).as("%s%n%s", Seeds.command(seed), tally.report()).isTrue();
  }

  private static boolean describe(TablePair pair, Tally tally) {
    boolean equal = true;
    for (String operation : List.of("DescribeTable", "DescribeTimeToLive")) {
      Difference difference =
          pair.run(Request.of(operation, Map.of("TableName", RandomTables.TABLE)));
      tally.add(difference);
      equal &= difference.isEmpty();
    }
    return equal;
  }

  private static Tally run(long seed) {
    Tally tally = new Tally(KnownDifferences.all());
    try (Databases databases = Databases.start()) {
      TablePair pair = new TablePair(databases);
      Random random = new Random(seed);
      RandomTables tables = new RandomTables(random);
      RandomTableUpdates updates = new RandomTableUpdates(random);
      RequestRecorder recorder = new RequestRecorder();
      for (int i = 0; i < Seeds.requests() / 10; i++) {
        CreateTableRequest table = tables.next();
        Difference creation = pair.run(recorder.record(table));
        tally.add(creation);
        updates.start(table);
        boolean equal = creation.ours().isAnswer() && creation.theirs().isAnswer();
        while (equal && random.nextInt(4) > 0) {
          equal = describe(pair, tally);
          Difference update = pair.run(recorder.record(updates.next()));
          tally.add(update);
          equal &= update.isEmpty();
        }
        if (equal) {
          describe(pair, tally);
        }
        pair.deleteTables();
      }
    }
    System.out.println("Tables, seed " + seed + ": " + tally.report());
    return tally;
  }
}
