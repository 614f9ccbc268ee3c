package io.keystonedb.migration;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a dual-write client has found out, and the switch between its sides. Thread-safe.
 *
 * <p>Both sides keep their names: the primary is the side that answers, the shadow the other one;
 * {@link #cutOver} exchanges them.
 */
public final class DualWrite {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final DualWriteEngine engine;

  DualWrite(DualWriteEngine engine) {
    this.engine = engine;
  }

  /** The discrepancies that were kept, oldest first. */
  public List<Discrepancy> discrepancies() {
    return engine.discrepancies.all();
  }

  /** What happened so far. */
  public DualWriteCounts counts() {
    Counters counters = engine.counters;
    return new DualWriteCounts(
        counters.get(Counter.REQUESTS),
        counters.get(Counter.COMPARED),
        counters.get(Counter.EQUAL),
        counters.get(Counter.NOT_COMPARABLE),
        counters.get(Counter.RACED),
        counters.get(Counter.TRANSIENT_MISMATCHES),
        counters.get(Counter.PERSISTENT_MISMATCHES),
        counters.get(Counter.OK_OK),
        counters.get(Counter.OK_FAILED),
        counters.get(Counter.FAILED_OK),
        counters.get(Counter.FAILED_FAILED),
        counters.get(Counter.AMBIGUOUS),
        counters.get(Counter.RETRIED),
        counters.get(Counter.CAUGHT_UP),
        counters.get(Counter.DROPPED),
        counters.get(Counter.SKIPPED_READS),
        engine.queue.size(),
        engine.discrepancies.firstCauses(),
        engine.discrepancies.followUps(),
        engine.discrepancies.counts());
  }

  long count(Counter counter) {
    return engine.counters.get(counter);
  }

  long count(DiscrepancyKind kind) {
    return engine.discrepancies.counts().getOrDefault(kind, 0L);
  }

  /**
   * What was found so far, to be kept and shown.
   *
   * @param title its heading
   */
  public DiscrepancyReport report(String title) {
    Map<String, Long> figures = new LinkedHashMap<>();
    figures.put("requests", count(Counter.REQUESTS));
    figures.put("compared", count(Counter.COMPARED));
    figures.put("equal", count(Counter.EQUAL));
    figures.put("transient", count(Counter.TRANSIENT_MISMATCHES));
    figures.put("not comparable", count(Counter.NOT_COMPARABLE));
    figures.put("still due", (long) engine.queue.size());
    figures.put("dropped", count(Counter.DROPPED));
    return new DiscrepancyReport(
        title,
        engine.options.clock().instant(),
        figures,
        engine.discrepancies.counts(),
        engine.discrepancies.all());
  }

  /**
   * Waits until the shadow has got everything and what is being looked at again is decided.
   *
   * @return whether it is so within that time
   */
  public boolean await(Duration timeout) {
    return engine.await(timeout);
  }

  /**
   * A comparison of the tables of both sides, as they are named by the side that answers, under the
   * rules of this client. What it finds says which write came last. Wait first, see {@link #await}.
   */
  public Comparison comparison() {
    DualWriteEngine.Roles roles = engine.roles();
    return new Comparison(roles.primary(), rules -> roles.shadow(), engine::explained)
        .rules(engine.options.rules())
        .clock(engine.options.clock());
  }

  /** Forgets discrepancies and counts. */
  public void clear() {
    engine.discrepancies.clear();
    engine.counters.clear();
  }

  /**
   * From now on the shadow answers, and the primary follows as the shadow did. Both sides are still
   * written, so that there is a way back. Waits at most ten seconds for the shadow to get what is
   * due; callers wait meanwhile.
   *
   * @throws IllegalStateException if something is still due then; nothing has changed
   */
  public void cutOver() {
    engine.swap(true, PATIENCE);
  }

  /** Undoes {@link #cutOver}. */
  public void rollBack() {
    engine.swap(false, PATIENCE);
  }

  /** Whether the side that was built as the shadow answers. */
  public boolean isCutOver() {
    return engine.roles().isCutOver();
  }

  /** Whether the shadow answered when it was last asked. */
  public boolean isShadowUp() {
    return !engine.health.isDown();
  }
}
