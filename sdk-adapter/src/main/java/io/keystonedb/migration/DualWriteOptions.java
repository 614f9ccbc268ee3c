package io.keystonedb.migration;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a builder was told. Immutable. */
record DualWriteOptions(
    Map<OperationClass, Mode> modes,
    Map<String, Mode> operationModes,
    Map<String, Double> samples,
    double sample,
    int settleAttempts,
    Duration settleDelay,
    ComparisonRules rules,
    int queueCapacity,
    int shadowThreads,
    Duration shadowTimeout,
    Backoff backoff,
    int maxKept,
    List<DiscrepancyHandler> handlers,
    InstantSource clock,
    @Nullable Pauses pauses) {

  DualWriteOptions {
    modes = Map.copyOf(modes);
    operationModes = Map.copyOf(operationModes);
    samples = Map.copyOf(samples);
    handlers = List.copyOf(handlers);
  }

  /** What the shadow calls things. */
  NameTranslation translation() {
    return NameTranslation.of(rules.names());
  }

  Mode mode(RequestFacts facts) {
    Mode mode = operationModes.get(facts.operation());
    return mode == null ? modes.getOrDefault(facts.kind(), Mode.PRIMARY_ONLY) : mode;
  }

  /** The same answer for the same item each time. */
  boolean isSampled(RequestFacts facts, long hash) {
    double share = samples.getOrDefault(facts.operation(), sample);
    return share >= 1 || (ItemHash.mix(hash) >>> 11) * 0x1.0p-53 < share;
  }
}
