package io.keystonedb.migration;

import static io.keystonedb.migration.Sides.put;
import static io.keystonedb.migration.Sides.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class DualWriteMetricsTest {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  @Test
  void countsAreMetersWithTags() {
    Sides sides = Sides.sequential();
    new DualWriteMetrics(sides.dualWrite(), "store", "users").bindTo(registry);
    put(sides.client, user("alice", "Alice", 1));
    put(sides.primary, user("bob", "Bob", 1));
    Sides.get(sides.client, "bob");

    assertThat(counter("requests")).isEqualTo(2);
    assertThat(counter("ok.ok")).isEqualTo(1);
    assertThat(
            registry
                .get("keystonedb.dualwrite.discrepancies")
                .tag("kind", "item_missing")
                .tag("store", "users")
                .functionCounter()
                .count())
        .isEqualTo(1);
    assertThat(registry.get("keystonedb.dualwrite.shadow.up").gauge().value()).isEqualTo(1);
    assertThat(registry.get("keystonedb.dualwrite.due").gauge().value()).isZero();
  }

  private double counter(String name) {
    return registry.get("keystonedb.dualwrite." + name).functionCounter().count();
  }
}
