package io.keystonedb.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class WorkersTest {
  @Test
  void closingEndsAPauseBeforeItsTimeAndSaysSo() {
    Workers workers = new Workers(1);
    CompletableFuture<Boolean> passed = new CompletableFuture<>();
    workers.execute(() -> passed.complete(workers.pause(Duration.ofDays(1))));

    workers.close();

    assertThat(passed.join()).isFalse();
    assertThat(workers.pause(Duration.ofDays(1))).isFalse();
  }

  @Test
  void aPauseThatPassesSaysSo() {
    assertThat(new Workers(1).pause(Duration.ofNanos(1))).isTrue();
  }

  @Test
  void anInterruptEndsAPauseAndStaysWithTheThread() {
    Thread.currentThread().interrupt();

    boolean passed = new Workers(1).pause(Duration.ofDays(1));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(passed).isFalse();
  }
}
