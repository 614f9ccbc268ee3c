package io.keystonedb.conformance.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Sends the same random requests about items, valid and deliberately invalid, to KeystoneDB and to
 * dynoxide. Compares answers, errors, and what writes leave in tables, indexes and streams.
 */
@Tag("second-opinion")
class RandomRequestsTest {
  @Test
  void nothingUnexplainedWithTheFixedSeed() {
    Bound.ITEMS.check(run(Seeds.FIXED), Seeds.FIXED);
  }

  @Test
  void nothingUnexplainedWithTheSeedOfTheDay() {
    long seed = Seeds.ofTheDay();
    Tally tally = run(seed);

    assertThat(tally.isExplained()).as("%s%n%s", Seeds.command(seed), tally.report()).isTrue();
  }

  private static Tally run(long seed) {
    Tally tally = new Tally(KnownDifferences.all());
    try (Databases databases = Databases.startWithTables()) {
      Pair pair = new Pair(databases);
      RandomRequests requests = new RandomRequests(new Random(seed), false);
      RequestRecorder recorder = new RequestRecorder();
      for (int i = 0; i < Seeds.requests(); i++) {
        Request request = recorder.record(requests.next());
        Difference difference = pair.run(request);
        tally.add(difference);
        if (!difference.isEmpty() && request.isWrite() && pair.copyItems(request)) {
          tally.addCopy();
        }
      }
    }
    System.out.println("Items, seed " + seed + ": " + tally.report());
    return tally;
  }
}
