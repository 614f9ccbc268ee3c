package io.keystonedb.migration;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Locale;
import java.util.Objects;

/**
 * The counts of a dual-write client as meters of Micrometer, which the application brings:
 *
 * <ul>
 *   <li>{@code keystonedb.dualwrite.requests}, {@code .compared}, {@code .equal}, {@code .raced}
 *       and so on, as {@link DualWriteCounts} explains them;
 *   <li>{@code keystonedb.dualwrite.discrepancies} with the tag {@code kind};
 *   <li>{@code keystonedb.dualwrite.due}, a gauge, and {@code keystonedb.dualwrite.shadow.up}.
 * </ul>
 */
public final class DualWriteMetrics implements MeterBinder {
  private static final String PREFIX = "keystonedb.dualwrite.";

  private final DualWrite dualWrite;
  private final Tags tags;

  /**
   * Meters of a client.
   *
   * @param tags names and values in turn, for all meters
   */
  public DualWriteMetrics(DualWrite dualWrite, String... tags) {
    this.dualWrite = Objects.requireNonNull(dualWrite, "dualWrite");
    this.tags = Tags.of(tags);
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (Counter counter : Counter.values()) {
      String name = PREFIX + counter.name().toLowerCase(Locale.ROOT).replace('_', '.');
      FunctionCounter.builder(name, dualWrite, it -> it.count(counter))
          .tags(tags)
          .register(registry);
    }
    for (DiscrepancyKind kind : DiscrepancyKind.values()) {
      FunctionCounter.builder(PREFIX + "discrepancies", dualWrite, it -> it.count(kind))
          .tags(tags)
          .tag("kind", kind.name().toLowerCase(Locale.ROOT))
          .register(registry);
    }
    Gauge.builder(PREFIX + "due", dualWrite, it -> it.counts().due()).tags(tags).register(registry);
    Gauge.builder(PREFIX + "shadow.up", dualWrite, it -> it.isShadowUp() ? 1 : 0)
        .tags(tags)
        .register(registry);
  }
}
