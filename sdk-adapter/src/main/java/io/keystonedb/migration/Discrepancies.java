package io.keystonedb.migration;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The discrepancies found so far: the same one again only raises its count, of different ones a
 * limited number is kept. All are counted. Thread-safe.
 */
final class Discrepancies {
  private static final Logger LOG = LoggerFactory.getLogger("io.keystonedb.migration.DualWrite");

  private final InstantSource clock;
  private final int maxKept;
  private final List<DiscrepancyHandler> handlers;
  private final FollowUps followUps = new FollowUps();
  private final Map<String, Discrepancy> kept = new LinkedHashMap<>();
  private final Map<DiscrepancyKind, Long> counts = new EnumMap<>(DiscrepancyKind.class);
  private long lastId;
  private long firstCauses;
  private long followUpCount;

  Discrepancies(InstantSource clock, int maxKept, List<DiscrepancyHandler> handlers) {
    this.clock = clock;
    this.maxKept = maxKept;
    this.handlers = List.copyOf(handlers);
  }

  /** Takes note of what one comparison found. */
  void add(List<Finding> findings) {
    // What is found in one comparison is of one time: none of it follows from the others.
    List<OptionalLong> causes = findings.stream().map(this::causeOf).toList();
    for (int i = 0; i < findings.size(); i++) {
      add(findings.get(i), causes.get(i));
    }
  }

  private OptionalLong causeOf(Finding finding) {
    if (finding.keys().isEmpty()) {
      String table = finding.table();
      return table == null ? OptionalLong.empty() : followUps.causeIn(table);
    }
    return followUps.causeOf(finding.keys());
  }

  private void add(Finding finding, OptionalLong cause) {
    Discrepancy discrepancy = note(finding, cause);
    // Those beyond the limit are not logged either: there may be millions.
    if (discrepancy.count() == 1 && discrepancy.id() <= maxKept) {
      log(finding, discrepancy);
    }
    for (DiscrepancyHandler handler : handlers) {
      try {
        handler.onDiscrepancy(discrepancy);
      } catch (RuntimeException e) {
        LOG.error("The handler of discrepancies failed at {}", discrepancy.title(), e);
      }
    }
  }

  private synchronized Discrepancy note(Finding finding, OptionalLong cause) {
    counts.merge(finding.kind(), 1L, Long::sum);
    if (cause.isPresent()) {
      followUpCount++;
    } else {
      firstCauses++;
    }
    Instant now = clock.instant();
    String fingerprint = finding.fingerprint();
    Discrepancy known = kept.get(fingerprint);
    Discrepancy discrepancy = known == null ? first(finding, cause, now) : known.seenAgain(now);
    if (known != null || kept.size() < maxKept) {
      kept.put(fingerprint, discrepancy);
    }
    followUps.different(finding.keys(), discrepancy.id());
    return discrepancy;
  }

  private Discrepancy first(Finding finding, OptionalLong cause, Instant now) {
    return new Discrepancy(
        ++lastId,
        finding.kind(),
        finding.operation(),
        finding.table(),
        finding.index(),
        finding.key(),
        finding.primary(),
        finding.shadow(),
        finding.differences(),
        finding.context(),
        now,
        now,
        1,
        cause,
        null);
  }

  private static void log(Finding finding, Discrepancy discrepancy) {
    if (!discrepancy.isFollowUp()) {
      LOG.warn(logLine(finding, discrepancy));
    } else if (LOG.isDebugEnabled()) {
      LOG.debug(logLine(finding, discrepancy));
    }
  }

  static String logLine(Finding finding, Discrepancy discrepancy) {
    String what = finding.operationClass() == OperationClass.READ ? "Read" : "Dual-write";
    return "%s discrepancy for key %s: %s".formatted(what, key(discrepancy), discrepancy);
  }

  private static String key(Discrepancy discrepancy) {
    return discrepancy.key().isEmpty() ? "(several)" : ValueJson.item(discrepancy.key());
  }

  /** A write has replaced the items on both sides: what is found there later is new. */
  void equalAgain(List<TableKey> keys) {
    followUps.equalAgain(keys);
  }

  synchronized List<Discrepancy> all() {
    return new ArrayList<>(kept.values());
  }

  synchronized Map<DiscrepancyKind, Long> counts() {
    return new EnumMap<>(counts);
  }

  synchronized long firstCauses() {
    return firstCauses;
  }

  synchronized long followUps() {
    return followUpCount;
  }

  synchronized void clear() {
    followUps.clear();
    kept.clear();
    counts.clear();
    lastId = 0;
    firstCauses = 0;
    followUpCount = 0;
  }
}
