package io.keystonedb.migration;

import java.util.Map;

/**
 * What happened so far. Immutable.
 *
 * @param requests requests of callers
 * @param compared comparisons of two outcomes
 * @param equal those that found nothing
 * @param notComparable pairs that cannot be compared: pages of a Scan in different orders, batches
 *     with unprocessed keys
 * @param raced reads that differed while something was written, and were not looked at again
 * @param transientMismatches reads that differed, and no longer did when looked at again
 * @param persistentMismatches reads that still differed when looked at again
 * @param okOk writes that both sides did
 * @param okFailed writes that only the primary did
 * @param failedOk writes that only the shadow did
 * @param failedFailed writes that both sides refused
 * @param ambiguous writes of which it is not known whether the primary did them
 * @param retried attempts at the shadow after one that did not reach it
 * @param caughtUp writes that the shadow got after retries or a wait
 * @param dropped requests that the shadow never got because too many were due
 * @param skippedReads reads not compared because the shadow was down
 * @param due requests that the shadow has yet to get
 * @param firstCauses discrepancies that do not follow from earlier ones
 * @param followUps discrepancies that do
 * @param byKind all of them by kind
 */
public record DualWriteCounts(
    long requests,
    long compared,
    long equal,
    long notComparable,
    long raced,
    long transientMismatches,
    long persistentMismatches,
    long okOk,
    long okFailed,
    long failedOk,
    long failedFailed,
    long ambiguous,
    long retried,
    long caughtUp,
    long dropped,
    long skippedReads,
    long due,
    long firstCauses,
    long followUps,
    Map<DiscrepancyKind, Long> byKind) {

  /** Copies what could change. */
  public DualWriteCounts {
    byKind = Map.copyOf(byKind);
  }
}
