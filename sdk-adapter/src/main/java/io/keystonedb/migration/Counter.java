package io.keystonedb.migration;

/** What is counted; the names are those of {@link DualWriteCounts}. */
enum Counter {
  REQUESTS,
  COMPARED,
  EQUAL,
  NOT_COMPARABLE,
  RACED,
  TRANSIENT_MISMATCHES,
  PERSISTENT_MISMATCHES,
  OK_OK,
  OK_FAILED,
  FAILED_OK,
  FAILED_FAILED,
  AMBIGUOUS,
  RETRIED,
  CAUGHT_UP,
  DROPPED,
  SKIPPED_READS
}
