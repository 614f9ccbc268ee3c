package io.keystonedb.server.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.keystonedb.server.CapturedLog;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HousekeepingTest {
  @RegisterExtension final CapturedLog log = new CapturedLog();

  private final List<Throwable> toThrow = new ArrayList<>();
  private int runsOfTheOther;
  private final Housekeeping housekeeping =
      new Housekeeping(List.of(this::failWithTheNext, () -> runsOfTheOther++));

  private void failWithTheNext() {
    Throwable next = toThrow.remove(0);
    if (next instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) next;
  }

  private void runAll() {
    while (!toThrow.isEmpty()) {
      housekeeping.run();
    }
  }

  @Test
  void logsEachDistinctFailureOnce() {
    Throwable closed = new IllegalStateException("closed");
    Throwable full = new OutOfMemoryError("heap");
    toThrow.addAll(
        List.of(
            closed,
            new IllegalStateException("closed"),
            full,
            new IllegalStateException("closed"),
            new OutOfMemoryError("heap")));

    runAll();

    assertThat(log.records()).extracting(LogRecord::getThrown).containsExactly(closed, full);
    assertThat(runsOfTheOther).isEqualTo(5);
  }

  @Test
  void stopsLoggingFailuresThatNeverRepeat() {
    for (int i = 0; i < 150; i++) {
      toThrow.add(new IllegalStateException("item " + i));
    }

    runAll();

    assertThat(log.records()).hasSize(100);
    assertThat(runsOfTheOther).isEqualTo(150);
  }
}
